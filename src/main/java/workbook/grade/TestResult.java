package workbook.grade;

import java.util.Optional;
import workbook.explore.FailureKind;
import workbook.grade.worker.TestOutcome;

/// One graded test, and how it went.
///
/// @param test the method's name
/// @param says what the test asks for, in the learner's words
/// @param points what it gives when it passes; at least 1
/// @param read what to read when it does not
/// @param printed the first lines of what the learner's code printed meanwhile; empty for nothing
public record TestResult(
    String test, String says, int points, String read, TestOutcome outcome, String printed) {
  private static final int NEVER_ENDS = 3;

  public boolean passed() {
    return outcome instanceof TestOutcome.Pass;
  }

  /// What was expected and what was seen instead; empty where the failure is of another kind.
  public Optional<Mismatch> mismatch() {
    return outcome instanceof TestOutcome.Fail(var what, _)
        ? Mismatch.in(what.replaceFirst("^a check failed: (main: )?", ""))
        : Optional.empty();
  }

  /// What went wrong in the explorer; empty when nothing did, or the explorer did not run it.
  public Optional<FailureKind> kind() {
    return outcome instanceof TestOutcome.Fail(var what, _)
        ? FailureKind.begins(what)
        : Optional.empty();
  }

  /// What the glossary says more of when a test fails, whatever it is about; empty where it does
  /// not.
  public Optional<String> term() {
    return kind().isPresent()
        ? kind().flatMap(TestResult::term)
        : switch (outcome) {
          case TestOutcome.Stuck(var what) when what.startsWith(TestOutcome.NO_THREAD_GOES_ON) ->
              Optional.of("deadlock");
          case TestOutcome.Fail(var what, _) when what.startsWith(TestOutcome.THREADS_STAY) ->
              Optional.of("join");
          case TestOutcome.Fail(var what, _) when what.startsWith(TestOutcome.TASKS_STAY) ->
              Optional.of("common pool");
          default -> Optional.empty();
        };
  }

  private static Optional<String> term(FailureKind kind) {
    return switch (kind) {
      case DEADLOCK, LOST_WAKEUP, DATA_RACE -> Optional.of(kind.words());
      case NO_PROGRESS -> Optional.of("livelock");
      case NOT_TERMINATED -> Optional.of("daemon");
      case ASSERTION, EXCEPTION, EXIT -> Optional.empty();
    };
  }

  /// How much the fault matters, for the order in which faults are shown: 3 for code that does not
  /// end, 2 for a wrong result, 1 for an exception that did not come, 0 for none.
  public int weight() {
    return switch (outcome) {
      case TestOutcome.Pass _, TestOutcome.Inconclusive _ -> 0;
      case TestOutcome.Stuck _, TestOutcome.Resource _ -> NEVER_ENDS;
      case TestOutcome.Fail _ when kind().map(FailureKind::isEndless).orElse(false) -> NEVER_ENDS;
      case TestOutcome.Fail _ when mismatch().map(Mismatch::exception).orElse(false) -> 1;
      case TestOutcome.Fail _ -> 2;
      case TestOutcome.NotRun _ -> 1;
    };
  }

  /// Whether it passed or failed, for all one knows.
  public boolean judged() {
    return !(outcome instanceof TestOutcome.Inconclusive);
  }

  /// Whether it certainly did not pass.
  public boolean failed() {
    return judged() && !passed();
  }
}
