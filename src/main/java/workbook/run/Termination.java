package workbook.run;

import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import workbook.Result.Ending;

/// How a run ended.
///
/// @param trouble what went wrong, in plain sentences; empty when nothing did
record Termination(Ending ending, String trouble) {
  static final Termination COMPLETE = new Termination(Ending.COMPLETE, "");
  static final Termination CANCELLED = new Termination(Ending.CANCELLED, "");

  static Termination failed(String trouble) {
    return new Termination(Ending.FAILED, trouble);
  }

  static Termination failed(Throwable problem) {
    return failed("The experiment failed with " + sentence(problem) + ".");
  }

  /// Names an exception, what it says, and where it was thrown.
  static String sentence(Throwable problem) {
    var cause = problem;
    while ((cause instanceof ExecutionException || cause instanceof CompletionException)
        && cause.getCause() != null) {
      cause = cause.getCause();
    }
    var says = cause.getMessage() == null ? "" : ": " + cause.getMessage().strip();
    return cause.getClass().getSimpleName() + says + place(cause.getStackTrace());
  }

  /// The innermost line that is not the Java library's own.
  private static String place(StackTraceElement[] trace) {
    for (var line : trace) {
      if (!"java.base".equals(line.getModuleName())) {
        return " (" + line.getFileName() + ":" + line.getLineNumber() + ")";
      }
    }
    return "";
  }
}
