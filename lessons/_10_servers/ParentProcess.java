package _10_servers;

import java.util.concurrent.TimeUnit;
import workbook.process.ChildJvm;

/// The process that started this one. A worker must not outlive it, not even when it is killed:
/// nobody would ever stop the worker.
final class ParentProcess {
  private static final long PAUSE_MS = 100;

  private ParentProcess() {}

  /// From now on, this process ends when its parent has ended, and not when somebody presses
  /// Ctrl-C, which the parent answers.
  static void follow(long pid) throws ReflectiveOperationException {
    ChildJvm.ignoreCtrlC();
    Thread.ofPlatform().daemon().name("parent").start(() -> endWith(pid));
  }

  private static void endWith(long pid) {
    try {
      while (!hasAnotherParent(pid)) {
        TimeUnit.MILLISECONDS.sleep(PAUSE_MS);
      }
    } catch (InterruptedException leaving) {
      Thread.currentThread().interrupt();
    }
    Runtime.getRuntime().halt(1);
  }

  /// A process whose parent has ended gets another one. To ask for it takes an open file, so a
  /// process that has too many of them gets no answer, and asks again later.
  private static boolean hasAnotherParent(long pid) {
    return ProcessHandle.current().parent().filter(parent -> parent.pid() != pid).isPresent();
  }
}
