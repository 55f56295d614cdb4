package workbook.explore;

import java.util.Arrays;
import java.util.Optional;
import workbook.explore.runtime.ExecutionResult;

/// What can go wrong under a schedule.
public enum FailureKind {
  ASSERTION("a check failed"),
  EXCEPTION("an exception was thrown"),
  /// The code ends the JVM.
  EXIT("the code ends the program"),
  DEADLOCK("deadlock"),
  LOST_WAKEUP("lost wake-up"),
  /// The main thread has ended, and another one that is no daemon waits for ever.
  NOT_TERMINATED("the program does not end"),
  /// Some thread runs on and on.
  NO_PROGRESS("no progress"),
  DATA_RACE("data race");

  private final String words;

  FailureKind(String words) {
    this.words = words;
  }

  /// How reports call it.
  public String words() {
    return words;
  }

  /// The kind that a report's words begin with; empty when they tell of something else.
  public static Optional<FailureKind> begins(String report) {
    return Arrays.stream(values())
        .filter(kind -> report.equals(kind.words) || report.startsWith(kind.words + ":"))
        .findFirst();
  }

  /// Whether a thread never comes to its end.
  public boolean isEndless() {
    return switch (this) {
      case DEADLOCK, LOST_WAKEUP, NOT_TERMINATED, NO_PROGRESS -> true;
      case ASSERTION, EXCEPTION, EXIT, DATA_RACE -> false;
    };
  }

  static FailureKind of(ExecutionResult.Kind kind) {
    return switch (kind) {
      case ASSERTION -> ASSERTION;
      case EXCEPTION -> EXCEPTION;
      case EXIT -> EXIT;
      case DEADLOCK -> DEADLOCK;
      case LOST_WAKEUP -> LOST_WAKEUP;
      case NOT_TERMINATED -> NOT_TERMINATED;
      case NO_PROGRESS -> NO_PROGRESS;
      case DATA_RACE -> DATA_RACE;
    };
  }
}
