package workbook.explore.runtime;

import java.util.List;

/// How one execution ended.
public sealed interface ExecutionResult {
  /// Every thread came to its end, or only daemons are left, with which a JVM ends.
  record Passed() implements ExecutionResult {}

  /// Something went wrong.
  ///
  /// @param thread the thread it went wrong in, or null when all are stuck
  /// @param cause what was thrown, or null
  /// @param says one plain sentence
  /// @param facts who waits for what, held by whom
  record Failed(Kind kind, LogicalThread thread, Throwable cause, String says, List<String> facts)
      implements ExecutionResult {
    public Failed {
      facts = List.copyOf(facts);
    }
  }

  /// What can go wrong.
  enum Kind {
    ASSERTION,
    EXCEPTION,
    EXIT,
    DEADLOCK,
    LOST_WAKEUP,
    NOT_TERMINATED,
    NO_PROGRESS,
    DATA_RACE
  }

  /// The code did something the explorer does not control.
  record Refused(String what) implements ExecutionResult {}

  /// It goes on for longer than the explorer follows it: neither right nor wrong.
  ///
  /// @param what how long that was, and where it is, in words
  /// @param forEver whether some thread is in a loop that no counter of its own ends
  record TooLong(String what, boolean forEver) implements ExecutionResult {}

  /// The strategy ended it: an equivalent execution has been seen.
  record Pruned() implements ExecutionResult {}

  /// Accesses to a variable were found unordered that were no decision points; what was explored so
  /// far is incomplete.
  record Discovery(String variable) implements ExecutionResult {}
}
