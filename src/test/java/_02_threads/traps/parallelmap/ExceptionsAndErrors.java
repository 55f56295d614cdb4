package _02_threads.traps.parallelmap;

import _02_threads.Mapper;
import book.Trap;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutionException;

@Trap(
    belief = "what is thrown is an exception or an error",
    fails = "theEdges",
    saying = "java.lang.Throwable: neither an exception nor an error")
public final class ExceptionsAndErrors implements Mapper {
  @Override
  public <T, R> List<R> map(List<T> list, int atOnce, Work<T, R> work)
      throws InterruptedException, ExecutionException {
    if (atOnce < 1) {
      throw new IllegalArgumentException();
    }
    var job =
        new Object() {
          final Object[] results = new Object[list.size()];
          final List<Thread> threads = new ArrayList<>();
          int next;
          int alive;
          boolean over;
          Throwable failure;

          void stop() {
            over = true;
            threads.forEach(
                t -> {
                  if (t != Thread.currentThread()) {
                    t.interrupt();
                  }
                });
            notifyAll();
          }

          synchronized int take() {
            return over || next == results.length ? -1 : next++;
          }

          void run() {
            try {
              for (int at; (at = take()) >= 0; ) {
                try {
                  var r = work.on(list.get(at));
                  synchronized (this) {
                    results[at] = r;
                  }
                } catch (Exception | Error t) {
                  synchronized (this) {
                    if (!over) {
                      failure = t;
                      stop();
                    }
                  }
                }
              }
            } finally {
              synchronized (this) {
                alive--;
                notifyAll();
              }
            }
          }
        };
    var n = Math.min(atOnce, list.size());
    var interrupted = false;
    var late = false;
    synchronized (job) {
      for (var i = 0; i < n; i++) {
        var t = new Thread(job::run);
        job.threads.add(t);
        job.alive++;
      }
      job.threads.forEach(Thread::start);
      while (job.alive > 0) {
        try {
          job.wait();
        } catch (InterruptedException e) {
          if (job.over) {
            late = true;
          } else {
            interrupted = true;
            job.stop();
          }
        }
      }
    }
    for (var t : job.threads) {
      while (true) {
        try {
          t.join();
          break;
        } catch (InterruptedException e) {
          late = true;
        }
      }
    }
    if (late) {
      Thread.currentThread().interrupt();
    }
    if (interrupted) {
      throw new InterruptedException();
    }
    if (job.failure != null) {
      throw new ExecutionException(job.failure);
    }
    @SuppressWarnings("unchecked")
    var all = (List<R>) Arrays.asList(job.results);
    return all;
  }
}
