package workbook.explore.model;

import java.util.ArrayList;
import java.util.List;

/// Where the running thread is in the code under test, as a JVM would tell it: without the frames
/// of the explorer, and with those of the classes that models stand in for.
final class CallStack {
  private static final String EXPLORER = "workbook.explore.";
  private static final String COPY = "explored.";
  private static final List<String> INSIDE =
      List.of("jdk.internal.", "java.lang.reflect.", "java.lang.invoke.");

  private CallStack() {}

  static StackTraceElement[] ofRunningThread() {
    var stack = new ArrayList<StackTraceElement>();
    var outermost = 0;
    for (var frame : Thread.currentThread().getStackTrace()) {
      if (isShown(frame)) {
        stack.add(plain(frame));
        outermost = isOfTheJdk(frame) ? outermost : stack.size();
      }
    }
    return stack.subList(0, outermost).toArray(new StackTraceElement[0]);
  }

  /// The thread itself calls the code under test, and is called by it.
  private static boolean isOfModel(StackTraceElement frame) {
    return frame.getClassName().equals(ModelThread.class.getName())
        && (frame.getMethodName().equals("run") || frame.getMethodName().equals("getStackTrace"));
  }

  private static boolean isShown(StackTraceElement frame) {
    var name = frame.getClassName();
    return isOfModel(frame)
        || !name.startsWith(EXPLORER)
            && !name.equals("java.lang.Thread")
            && INSIDE.stream().noneMatch(name::startsWith);
  }

  /// Whether it is called from the code under test, or else by what started the explorer.
  private static boolean isOfTheJdk(StackTraceElement frame) {
    return frame.getModuleName() != null;
  }

  private static StackTraceElement plain(StackTraceElement frame) {
    if (isOfModel(frame)) {
      return new StackTraceElement("java.lang.Thread", frame.getMethodName(), "Thread.java", -1);
    }
    var name = frame.getClassName();
    return new StackTraceElement(
        name.startsWith(COPY) ? name.substring(COPY.length()) : name,
        frame.getMethodName(),
        frame.getFileName(),
        frame.getLineNumber());
  }
}
