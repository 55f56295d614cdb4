package _02_threads.alternatives.parallelmap;

import _02_threads.Mapper;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ExecutionException;

/// Plain threads that fetch one element after the other, under one intrinsic lock.
public final class OneMonitor implements Mapper {
  @Override
  public <T, R> List<R> map(List<T> list, int atOnce, Work<T, R> work)
      throws InterruptedException, ExecutionException {
    if (atOnce < 1) {
      throw new IllegalArgumentException("atOnce is " + atOnce + ", and nobody would work");
    }
    return new Job<>(list, work).byThreads(Math.min(atOnce, list.size()));
  }

  /// One call of map.
  private static final class Job<T, R> {
    private final List<T> list;
    private final Work<T, R> work;
    private final List<R> results;
    private final List<Thread> workers = new ArrayList<>();
    private int next;
    private int atWork;
    private boolean over;
    private Throwable failure;

    Job(List<T> list, Work<T, R> work) {
      this.list = list;
      this.work = work;
      results = new ArrayList<>(Collections.nCopies(list.size(), null));
    }

    List<R> byThreads(int threads) throws InterruptedException, ExecutionException {
      start(threads);
      var interrupted = awaitTheEnd();
      if (interrupted) {
        throw new InterruptedException();
      }
      if (failure != null) {
        throw new ExecutionException(failure);
      }
      return results;
    }

    private void start(int threads) {
      for (var i = 0; i < threads; i++) {
        workers.add(new Thread(this::work));
      }
      atWork = threads;
      workers.forEach(Thread::start); // until here, nobody else has seen this job
    }

    /// Whether the caller was interrupted.
    private synchronized boolean awaitTheEnd() {
      var interrupted = false;
      while (atWork > 0) {
        try {
          wait();
        } catch (InterruptedException caller) {
          interrupted = true;
          giveUp();
        }
      }
      return interrupted;
    }

    private void work() {
      for (var mine = take(); mine >= 0; mine = take()) {
        try {
          put(mine, work.on(list.get(mine)));
        } catch (Throwable thrown) {
          fail(thrown);
        }
      }
    }

    /// The number of the next element, or -1 when there is none, and this worker may go.
    private synchronized int take() {
      if (!over && next < list.size()) {
        return next++;
      }
      atWork--;
      notifyAll();
      return -1;
    }

    private synchronized void put(int index, R result) {
      results.set(index, result);
    }

    private synchronized void fail(Throwable thrown) {
      if (failure == null) {
        failure = thrown;
      }
      giveUp();
    }

    /// The lock is held.
    private void giveUp() {
      over = true;
      workers.forEach(Thread::interrupt);
    }
  }
}
