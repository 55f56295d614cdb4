package workbook.explore.runtime;

/// What the running thread is in the middle of, told from its stack.
final class CallbackSite {
  private CallbackSite() {}

  /// The method of the JDK that the code under test called, that called it back, and where:
  /// `java.util.Map.compute, at Cache.java:12`.
  static String ofRunningThread() {
    return StackWalker.getInstance()
        .walk(
            frames -> {
              var told = new Told();
              frames
                  .dropWhile(frame -> isOfExplorer(frame) || isOfJdk(frame))
                  .dropWhile(frame -> !isOfJdk(frame))
                  .takeWhile(frame -> !told.isComplete(frame))
                  .forEach(frame -> {});
              return told.toString();
            });
  }

  /// The outermost of the JDK's frames, and the frame that called it.
  private static final class Told {
    private String method = "a callback";
    private String place = "";

    boolean isComplete(StackWalker.StackFrame frame) {
      if (isOfJdk(frame)) {
        method = (frame.getClassName() + "." + frame.getMethodName()).replace("explored.", "");
        return false;
      }
      if (isOfExplorer(frame) || frame.getLineNumber() <= 0) {
        return false;
      }
      place = ", at " + frame.getFileName() + ":" + frame.getLineNumber();
      return true;
    }

    @Override
    public String toString() {
      return method + place;
    }
  }

  static boolean isOfExplorer(StackWalker.StackFrame frame) {
    return frame.getClassName().startsWith("workbook.explore.");
  }

  static boolean isOfJdk(StackWalker.StackFrame frame) {
    var type = frame.getClassName();
    return type.startsWith("java.") || type.startsWith("jdk.") || type.startsWith("explored.");
  }
}
