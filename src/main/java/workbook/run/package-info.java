/// Conducts an experiment: an [workbook.Experiment] and its [workbook.Parameters] become a
/// [workbook.Result].
///
/// [Run] is the door. It asks a place to play the experiment: [FreshJvm], another JVM that can be
/// killed, or [ThisJvm]. In either place a [RunExecution] does the warm-ups and repeats, a
/// [QueueingRecorder] takes what the experiment records, and the log is moved into a
/// [ObservationsBuilder] every tenth of a second, so that even a killed run keeps most of what it
/// saw.
package workbook.run;
