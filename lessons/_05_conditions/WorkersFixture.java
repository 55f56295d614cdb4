package _05_conditions;

import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.RejectedExecutionException;
import org.junit.jupiter.api.function.Executable;

/// What the graded tests of Workers share: a factory that keeps an eye on its threads.
public abstract class WorkersFixture {
  protected final List<String> done = new CopyOnWriteArrayList<>();
  protected final List<Thread> threads = new CopyOnWriteArrayList<>();
  protected boolean daemons;

  private final Thread.UncaughtExceptionHandler quiet = (_, _) -> {};

  /// Keeps an eye on the threads it makes for a pool. That a task throws is no fault here.
  protected final Thread newThread(Runnable work) {
    var thread =
        Thread.ofPlatform()
            .name("worker " + (threads.size() + 1))
            .daemon(daemons)
            .uncaughtExceptionHandler(quiet)
            .unstarted(work);
    threads.add(thread);
    return thread;
  }

  protected final String currentThread() {
    var thread = Thread.currentThread();
    var kind = thread.isDaemon() ? "daemon" : "no daemon";
    var maker = threads.contains(thread) ? "the factory" : "somebody else";
    var changed = thread.getUncaughtExceptionHandler() == quiet ? "" : ", and its handler changed";
    var others = Thread.activeCount() - 1;
    return "%s, %s of %d, made by %s%s".formatted(kind, thread.getName(), others, maker, changed);
  }

  protected static String interruptHeard() {
    return Thread.currentThread().isInterrupted() ? ", which was interrupted" : "";
  }

  protected final void assertRefusesLateTasks(Crew workers, String call) {
    Executable late = () -> workers.submit(() -> done.add("late"));
    assertThrows(RejectedExecutionException.class, late, call);
  }

  /// Never returns if a worker never ends.
  protected final void joinThreads() throws InterruptedException {
    for (var thread : threads) {
      thread.join();
    }
  }

  /// Waits until all are here.
  protected static void meet(CountDownLatch all) {
    all.countDown();
    awaitQuietly(all);
  }

  protected static void awaitQuietly(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException harmed) {
      throw new AssertionError(harmed);
    }
  }
}
