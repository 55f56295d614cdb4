package workbook.grade.worker;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.Arrays;
import java.util.stream.Stream;

/// The virtual threads of this JVM. The JDK keeps a list of them for its own thread dumps.
///
/// Reached by method handle, because the package `jdk.internal.vm` is open only to those who are
/// started with `--add-exports java.base/jdk.internal.vm=ALL-UNNAMED`. None are seen without it.
final class VirtualThreads {
  private static final MethodHandle ROOT;
  private static final MethodHandle CHILDREN;
  private static final MethodHandle THREADS;

  static {
    MethodHandle root = null;
    MethodHandle children = null;
    MethodHandle threads = null;
    try {
      var lookup = MethodHandles.lookup();
      var container = Class.forName("jdk.internal.vm.ThreadContainer");
      var stream = MethodType.methodType(Stream.class);
      root =
          lookup.findStatic(
              Class.forName("jdk.internal.vm.ThreadContainers"),
              "root",
              MethodType.methodType(container));
      children = lookup.findVirtual(container, "children", stream);
      threads = lookup.findVirtual(container, "threads", stream);
    } catch (ReflectiveOperationException notOpen) {
      // none are seen
    }
    ROOT = root;
    CHILDREN = children;
    THREADS = threads;
  }

  private VirtualThreads() {}

  /// Those that have been started and have not ended, other than the JDK's own.
  static Stream<Thread> alive() {
    return ROOT == null
        ? Stream.empty()
        : in(call(ROOT)).filter(thread -> thread.isVirtual() && !isPoller(thread));
  }

  /// Whether the JDK has started it to wait for the sockets of other virtual threads. It stays.
  private static boolean isPoller(Thread thread) {
    return Arrays.stream(thread.getStackTrace())
        .anyMatch(
            frame ->
                frame.getClassName().equals("sun.nio.ch.Poller")
                    && frame.getMethodName().equals("subPollerLoop"));
  }

  /// All threads of a container, and of those that were opened within it.
  private static Stream<Thread> in(Object container) {
    var threads = ((Stream<?>) call(THREADS, container)).map(Thread.class::cast);
    var nested = ((Stream<?>) call(CHILDREN, container)).flatMap(VirtualThreads::in);
    return Stream.concat(threads, nested);
  }

  private static Object call(MethodHandle method, Object... arguments) {
    try {
      return method.invokeWithArguments(arguments);
    } catch (RuntimeException | Error e) {
      throw e;
    } catch (Throwable impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
