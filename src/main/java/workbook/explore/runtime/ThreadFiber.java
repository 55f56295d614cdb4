package workbook.explore.runtime;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;

/// A fiber on a platform thread: two semaphores see to it that either the fiber runs or its
/// scheduler.
///
/// It needs no flag of the JVM. The threads are pooled, because an execution lasts microseconds and
/// starting a thread lasts longer. An abandoned fiber leaves through its `catch` and `finally`
/// blocks, in which the execution lets it call nothing and go round no loop.
final class ThreadFiber extends Fiber {
  /// Room for what students recurse; only what is used costs memory.
  private static final long STACK_BYTES = 64L << 20;

  private final Worker worker;
  private final Execution execution = Execution.current();
  private boolean done;
  private boolean abandoned;

  private ThreadFiber(Worker worker) {
    this.worker = worker;
  }

  @Override
  void resume() {
    worker.toFiber.release();
    worker.toScheduler.acquireUninterruptibly();
  }

  @Override
  void pause() {
    if (!abandoned) {
      worker.toScheduler.release();
      worker.toFiber.acquireUninterruptibly();
    }
    if (abandoned) {
      throw ABANDONED;
    }
  }

  @Override
  boolean done() {
    return done;
  }

  @Override
  void abandon() {
    abandoned = true;
    if (!done) {
      resume();
    }
  }

  /// A thread that runs one fiber after another.
  private static final class Worker {
    final Semaphore toFiber = new Semaphore(0);
    final Semaphore toScheduler = new Semaphore(0);
    final ExplorerThread thread;
    private final Factory factory;
    private ThreadFiber fiber;
    private Runnable code;

    Worker(Factory factory) {
      this.factory = factory;
      thread = new ExplorerThread("explorer-fiber", STACK_BYTES, this::work);
      try {
        thread.start();
      } catch (OutOfMemoryError noMoreThreads) {
        Execution.current()
            .refuse(
                "so many threads at once; start the JVM with"
                    + " --add-exports java.base/jdk.internal.vm=ALL-UNNAMED");
      }
    }

    private void work() {
      while (true) {
        toFiber.acquireUninterruptibly();
        if (code == null) {
          return;
        }
        if (!fiber.abandoned) {
          ExplorerThread.runWithin(fiber.execution, code);
        }
        fiber.done = true;
        factory.idle.push(this);
        toScheduler.release();
      }
    }
  }

  static final class Factory implements Fiber.Factory {
    private final ArrayDeque<Worker> idle = new ArrayDeque<>();
    private final List<Worker> all = new ArrayList<>();

    @Override
    public Fiber create(Runnable code) {
      var worker = idle.poll();
      if (worker == null) {
        worker = new Worker(this);
        all.add(worker);
      }
      worker.fiber = new ThreadFiber(worker);
      worker.code = code;
      return worker.fiber;
    }

    @Override
    public void close() {
      for (var worker : all) {
        worker.code = null;
        worker.toFiber.release();
      }
      for (var worker : all) {
        worker.thread.joinUninterruptibly();
      }
    }
  }
}
