package workbook.explore;

import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;
import workbook.explore.rewrite.ExploringLoader;
import workbook.explore.runtime.QuotedText;
import workbook.explore.runtime.ResultExplainer;

/// What code under test has thrown, in words: its short name, its message, and the line.
final class ThrownText {
  private static final int LONGEST = 80;
  private static final Pattern HELPER = Pattern.compile("(assert|check|expect|fail).*");

  private ThrownText() {}

  /// `IllegalStateException: bad input`. Runs no code of the exception's own, which might take a
  /// step.
  static String of(Throwable thrown) {
    var message = hasOwnMessage(thrown) ? null : thrown.getMessage();
    var name = thrown.getClass().getSimpleName();
    return message == null || message.isEmpty()
        ? name
        : name + ": " + QuotedText.line(ResultExplainer.plain(message), LONGEST);
  }

  /// Whether a check failed that has no message.
  static boolean isMute(Throwable thrown) {
    return thrown instanceof AssertionError
        && !hasOwnMessage(thrown)
        && thrown.getMessage() == null;
  }

  private static boolean hasOwnMessage(Throwable thrown) {
    try {
      var loader = thrown.getClass().getMethod("getMessage").getDeclaringClass().getClassLoader();
      return loader instanceof ExploringLoader;
    } catch (NoSuchMethodException impossible) {
      return true;
    }
  }

  /// The line of the code under test that threw it, or called what did; empty when none did. A
  /// failed check is at home where it was asked for, not in the helper of another file that throws.
  static Optional<StackTraceElement> place(Throwable thrown) {
    var frames =
        Arrays.stream(thrown.getStackTrace())
            .filter(frame -> ExploringLoader.NAME.equals(frame.getClassLoaderName()))
            .filter(frame -> frame.getLineNumber() > 0 && frame.getFileName() != null)
            .filter(frame -> !frame.getClassName().startsWith(TraceRecorder.CALLS))
            .toList();
    if (frames.isEmpty()) {
      return Optional.empty();
    }
    var first = frames.getFirst();
    var helps = thrown instanceof AssertionError && HELPER.matcher(first.getMethodName()).matches();
    return Optional.of(
        frames.stream()
            .filter(frame -> helps && !frame.getFileName().equals(first.getFileName()))
            .findFirst()
            .orElse(first));
  }

  /// `, at Bank.java:12`, or nothing.
  static String at(Throwable thrown) {
    return place(thrown)
        .map(frame -> ", at " + frame.getFileName() + ":" + frame.getLineNumber())
        .orElse("");
  }
}
