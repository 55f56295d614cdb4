package workbook.usecase;

import workbook.Findings;
import workbook.explore.Budget;
import workbook.explore.Explorer;
import workbook.explore.Schedule;
import workbook.explore.SearchWatch;
import workbook.explore.Subject;
import workbook.explore.Trace;
import workbook.explore.Verdict;
import workbook.progress.ProgressEvent;
import workbook.progress.ProgressLog;

/// Runs a scenario under every schedule within a budget, or under one. A scenario that was explored
/// to the end counts for the person's progress.
public final class ExploreScenario {
  private final ProgressLog log;

  public ExploreScenario(ProgressLog log) {
    this.log = log;
  }

  /// Blocks until the verdict is there, at most the budget's patience and a little.
  public Verdict explore(Book.ScenarioRef ref, Budget budget) {
    return explore(ref, budget, new SearchWatch());
  }

  /// Likewise, while another thread may watch the search, and end it.
  public Verdict explore(Book.ScenarioRef ref, Budget budget, SearchWatch watch) {
    var verdict = Explorer.explore(subject(ref), budget, watch);
    explored(ref, verdict);
    return verdict;
  }

  /// Notes that a scenario was explored, for a door that did so by [PlayScenario].
  public void explored(Book.ScenarioRef ref, Verdict verdict) {
    if (verdict instanceof Verdict.Holds || verdict instanceof Verdict.Fails) {
      log.add(ProgressEvent.Kind.EXPLORED, ref.name());
    }
  }

  /// Likewise, and judges what the person predicted: whether some schedule breaks it.
  ///
  /// @param step a scenario's step
  /// @param prediction `yes` or `no`
  public void explored(
      Book.StepRef step, Book.ScenarioRef ref, String prediction, Verdict verdict) {
    explored(ref, verdict);
    Predictions.remember(log, step, prediction, answer(verdict));
  }

  /// Likewise, and judges what the person predicts: whether some schedule breaks it.
  ///
  /// @param step a scenario's step
  /// @param prediction `yes` or `no`
  public Verdict explore(
      Book.StepRef step, Book.ScenarioRef ref, Budget budget, String prediction) {
    var verdict = Explorer.explore(subject(ref), budget);
    explored(step, ref, prediction, verdict);
    return verdict;
  }

  /// What a verdict says to the question whether some schedule breaks it: `yes`, `no`, or that this
  /// run cannot tell.
  public static String answer(Verdict verdict) {
    return switch (verdict) {
      case Verdict.Fails _ -> "yes";
      case Verdict.Holds holds when holds.complete() -> "no";
      case Verdict.Holds _, Verdict.Refused _, Verdict.TooLong _, Verdict.NotFinished _ ->
          Findings.CANNOT_TELL;
    };
  }

  /// Runs it once.
  ///
  /// @throws IllegalArgumentException with one plain sentence when the schedule is of another
  ///   scenario
  public Trace replay(Book.ScenarioRef ref, Schedule schedule) {
    return Explorer.replay(subject(ref), schedule);
  }

  static Subject subject(Book.ScenarioRef ref) {
    return Subject.of(ref.scenario().type());
  }
}
