package _06_cpu.alternatives.parallelcollatz;

import _06_cpu.Survey;
import java.util.List;
import java.util.function.LongUnaryOperator;
import java.util.stream.IntStream;

/// Plain threads and one intrinsic lock, held to take a number and to report on it. Nobody holds it
/// while computing.
public final class OneLock implements Survey {
  @Override
  public Longest longest(long first, long last, int threads, LongUnaryOperator steps)
      throws InterruptedException {
    if (last < first) {
      throw new IllegalArgumentException("no numbers from " + first + " to " + last);
    }
    if (threads < 1) {
      throw new IllegalArgumentException("no threads");
    }
    var range = new Range(first, last);
    var workers =
        IntStream.range(0, threads)
            .mapToObj(_ -> Thread.ofPlatform().start(() -> range.work(steps)))
            .toList();
    if (wasInterruptedBeforeTheEndOf(workers, range)) {
      throw new InterruptedException();
    }
    return range.longest();
  }

  private static boolean wasInterruptedBeforeTheEndOf(List<Thread> workers, Range range) {
    var interrupted = false;
    for (var at = 0; at < workers.size(); ) {
      try {
        workers.get(at).join();
        at++;
      } catch (InterruptedException caller) {
        interrupted = true;
        range.giveUp();
        workers.forEach(Thread::interrupt);
      }
    }
    return interrupted;
  }

  private static final class Range {
    private final long last;
    private long next;
    private boolean empty;
    private Longest longest;

    Range(long first, long last) {
      this.last = last;
      next = first;
    }

    void work(LongUnaryOperator steps) {
      for (var start = take(); start != null; start = take()) {
        found(new Longest(start, steps.applyAsLong(start)));
      }
    }

    /// The next number, or null when there is none.
    private synchronized Long take() {
      if (empty) {
        return null;
      }
      empty = next == last; // before adding one: Long.MAX_VALUE has no next
      return next++;
    }

    private synchronized void found(Longest one) {
      if (longest == null
          || one.steps() > longest.steps()
          || one.steps() == longest.steps() && one.start() < longest.start()) {
        longest = one;
      }
    }

    synchronized void giveUp() {
      empty = true;
    }

    synchronized Longest longest() {
      return longest;
    }
  }
}
