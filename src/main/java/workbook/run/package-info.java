/// Conducts an experiment: an [workbook.Experiment] and its [workbook.Parameters] become a
/// [workbook.Result].
///
/// [Run] is the door. It chooses an environment: [FreshJvm], another JVM that can be killed, or
/// [ThisJvm]. In either a [RunExecution] does the warm-ups and repeats, a [QueueingRecorder] takes
/// what the experiment records, and ten times a second that is moved into an [ObservationsBuilder],
/// so that even a killed run keeps most of what it saw.
package workbook.run;
