package workbook.explore.runtime;

/// A thread that runs code under test, and knows which execution that code belongs to.
///
/// Continuations run on the thread that resumes them, so for them, too, `Thread.currentThread()` is
/// the explorer thread they are mounted on.
public final class ExplorerThread extends Thread {
  /// The execution whose code runs on this thread now, or null. Only this thread uses the field.
  private Execution execution;

  /// A daemon thread, not yet started.
  ///
  /// @param stackSize in bytes; 0 for the JVM's default
  public ExplorerThread(String name, long stackSize, Runnable task) {
    super(null, task, name, stackSize);
    setDaemon(true);
  }

  /// The execution whose code runs on the current thread, or null.
  static Execution currentExecution() {
    return Thread.currentThread() instanceof ExplorerThread thread ? thread.execution : null;
  }

  /// Runs code that belongs to an execution on the current thread.
  ///
  /// @throws ClassCastException when that is not an explorer thread
  static void runWithin(Execution execution, Runnable code) {
    var thread = (ExplorerThread) Thread.currentThread();
    var outer = thread.execution;
    thread.execution = execution;
    try {
      code.run();
    } finally {
      thread.execution = outer;
    }
  }

  /// Waits until this thread, which is about to end, has ended. An interrupt does not shorten the
  /// wait; the caller finds it pending afterwards.
  public void joinUninterruptibly() {
    var interrupted = false;
    while (isAlive()) {
      try {
        join();
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
