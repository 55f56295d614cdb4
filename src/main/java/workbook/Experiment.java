package workbook;

import java.util.List;

/// A question about concurrency that a program can answer: the code of a lesson.
///
/// An implementation is a final class with a public no-argument constructor, because the runner may
/// create it again in a fresh JVM. It holds no state between runs. It returns data through the
/// [Recorder] and never prints, prompts or draws. It has no words either: its title, its question
/// and what was seen and why stand on the lesson's page.
public interface Experiment {
  /// The name a learner types after the lesson's, for example `lost-updates`: lower case and
  /// dashes.
  String id();

  /// What the learner may change, in the order of the prompts. Empty when there is nothing.
  default List<Parameter> parameters() {
    return List.of();
  }

  /// How the runner conducts this experiment: where, how often, and for how long at most.
  default RunPlan plan() {
    return RunPlan.once();
  }

  /// The pictures worth drawing of what was recorded, the most telling first.
  List<Chart> charts();

  /// What the observations of a whole run, all its repeats together, say to the question. Nothing
  /// but what is given decides it, so made-up observations can be tried, too.
  ///
  /// @param with the chosen value of each declared parameter
  /// @param seen what all repeats observed; nothing when the run never got that far
  Findings findings(Parameters with, Observations seen);

  /// Runs once. Blocks until every thread and process it started has ended.
  ///
  /// The runner interrupts the calling thread when the learner cancels or the limit is reached;
  /// what was recorded by then is kept.
  ///
  /// @param with the chosen value of each declared parameter
  /// @param record takes every observation; safe to use from any thread
  /// @throws Exception whatever went wrong; the learner sees its message beside what was recorded
  void run(Parameters with, Recorder record) throws Exception;
}
