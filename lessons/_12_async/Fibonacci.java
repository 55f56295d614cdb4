package _12_async;

import java.util.Iterator;
import java.util.stream.Stream;

/// The same endless sequence, 0, 1, 1, 2, 3, 5, 8…, made in three ways.
public final class Fibonacci {
  private Fibonacci() {}

  /// By hand: fields keep what the next call needs.
  public static Iterator<Long> byHand() {
    return new Iterator<>() {
      private long current = 0;
      private long next = 1;

      @Override
      public boolean hasNext() {
        return true;
      }

      @Override
      public Long next() {
        var result = current;
        current = next;
        next += result;
        return result;
      }
    };
  }

  private record Pair(long current, long next) {}

  /// By a stream: each pair is made from the one before.
  public static Iterator<Long> byStream() {
    return Stream.iterate(new Pair(0, 1), pair -> new Pair(pair.next, pair.current + pair.next))
        .map(Pair::current)
        .iterator();
  }

  /// By a coroutine: a loop with local variables that stops at each yield. What it is sent is only
  /// a request for the next number.
  public static Coroutine<Boolean, Long> byCoroutine() {
    return new Coroutine<>(
        (_, self) -> {
          var current = 0L;
          var next = 1L;
          while (true) {
            self.yield(current);
            var sum = current + next;
            current = next;
            next = sum;
          }
        });
  }
}
