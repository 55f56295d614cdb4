package workbook.explore;

import java.util.List;
import java.util.Objects;
import workbook.explore.rewrite.ExploringLoader;
import workbook.explore.runtime.CodeLocation;
import workbook.explore.runtime.LogicalThread;

/// Where in the code under test a thread is, by the frames on its stack.
final class ExploredFrames {
  private static final StackWalker STACK =
      StackWalker.getInstance(StackWalker.Option.RETAIN_CLASS_REFERENCE);

  private ExploredFrames() {}

  /// Where the running thread is; its last step when it is outside of the code under test.
  static CodeLocation here(LogicalThread running) {
    return frames().stream()
        .findFirst()
        .map(StackWalker.StackFrame::toStackTraceElement)
        .map(ExploredFrames::location)
        .orElse(running.site());
  }

  /// Where something was thrown; the last step of its thread when that was outside of the code
  /// under test.
  static CodeLocation origin(LogicalThread thread, Throwable thrown) {
    return ThrownText.place(thrown).map(ExploredFrames::location).orElse(thread.site());
  }

  private static CodeLocation location(StackTraceElement frame) {
    return CodeLocation.call(
        frame.getClassName(),
        frame.getMethodName(),
        frame.getFileName() == null ? "" : frame.getFileName(),
        Math.max(0, frame.getLineNumber()),
        CodeLocation.Operation.CALL,
        "");
  }

  /// The line of the step that the running thread is in, and if that is in the file where the
  /// thread's code begins, which is mostly the test's, also the line from which another file called
  /// back; empty when it is outside of the code under test.
  static String words(LogicalThread running) {
    var frames = frames();
    if (frames.isEmpty()) {
      return "";
    }
    var site = running.site();
    var file = frames.getLast().getFileName();
    if (site.line() == 0) {
      return Objects.requireNonNullElse(file, "unknown source"); // before its first step
    }
    var caller =
        frames.stream()
            .filter(frame -> frame.getFileName() != null) // made by the compiler or the explorer
            .filter(frame -> site.file().equals(file) && !file.equals(frame.getFileName()))
            .findFirst();
    return site.file()
        + ":"
        + site.line()
        + caller.map(f -> ", called by " + f.getFileName() + ":" + f.getLineNumber()).orElse("");
  }

  private static List<StackWalker.StackFrame> frames() {
    return STACK.walk(
        all ->
            all.filter(f -> f.getDeclaringClass().getClassLoader() instanceof ExploringLoader)
                .toList());
  }
}
