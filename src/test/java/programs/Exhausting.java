package programs;

import static programs.Classes.of;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import workbook.Scenario;

/// Programs that take all there is of something.
public final class Exhausting {
  private Exhausting() {}

  static Scenario anArrayThatIsTooLarge() {
    return of(() -> System.identityHashCode(new long[Integer.MAX_VALUE][]));
  }

  static Scenario allMemory() {
    return of(
        () -> {
          var kept = new ArrayList<long[]>();
          while (true) {
            kept.add(new long[Integer.MAX_VALUE - 8]);
          }
        });
  }

  static Scenario aHugeSharedArray() {
    var array = new int[10_000_000];
    return of(() -> array[9_999_999]++, () -> array[0]++);
  }

  static Scenario tenThousandThreads() {
    var sum = new AtomicInteger();
    return of(
        () -> {
          var threads = new ArrayList<Thread>();
          for (var i = 0; i < 10_000; i++) {
            threads.add(Thread.ofVirtual().start(sum::incrementAndGet));
          }
          for (var thread : threads) {
            thread.join();
          }
        });
  }

  static Scenario threadsThatStartThreads() {
    return of(Exhausting::startsTwo);
  }

  private static void startsTwo() {
    new Thread(Exhausting::startsTwo).start();
    new Thread(Exhausting::startsTwo).start();
  }

  /// Deep, but no deeper than any stack.
  static Scenario aDeepRecursion() {
    var sum = new AtomicInteger();
    return of(() -> deep(sum, 500), () -> {});
  }

  private static void deep(AtomicInteger sum, int depth) {
    if (depth > 0) {
      sum.incrementAndGet();
      deep(sum, depth - 1);
    }
  }

  static Scenario aRecursionThatCatchesItsOwnEnd() {
    return of(
        () -> {
          try {
            deeper(0);
          } catch (StackOverflowError expected) {
            List.of();
          }
        });
  }

  private static int deeper(int depth) {
    return 1 + deeper(depth + 1);
  }

  /// Tries again with what is left of the stack, at each depth: it would not end in a lifetime.
  static Scenario aRecursionThatCatchesItsEndAgainAndAgain() {
    return of(Exhausting::deeperAgain);
  }

  private static void deeperAgain() {
    try {
      deeperAgain();
    } catch (StackOverflowError expected) {
      deeperAgain();
    }
  }
}
