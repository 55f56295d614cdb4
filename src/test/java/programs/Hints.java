package programs;

import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import workbook.Scenario;

/// Programs that spin, yield or sleep: a hint to the scheduler, which promises nothing.
public final class Hints {
  private Hints() {}

  private static Scenario of(Scenario.Body... bodies) {
    return () -> List.of(bodies);
  }

  private static void expect(boolean holds, String what) {
    if (!holds) {
      throw new AssertionError(what);
    }
  }

  private static final class Flag {
    volatile boolean set;
    int rounds;
  }

  /// A look at a flag, with or without a hint after it.
  private interface Pause {
    void pause() throws InterruptedException;
  }

  private static Scenario givesUp(int looks, Pause pause) {
    var flag = new Flag();
    return of(
        () -> flag.set = true,
        () -> {
          for (var i = 0; i < looks; i++) {
            if (flag.set) {
              return;
            }
            pause.pause();
          }
          expect(false, "gave up");
        });
  }

  static Scenario looksTenTimes() {
    return givesUp(10, () -> {});
  }

  static Scenario looksAThousandTimes() {
    return givesUp(1000, () -> {});
  }

  static Scenario looksAndYields() {
    return givesUp(10, Thread::yield);
  }

  static Scenario looksAndYieldsForLong() {
    return givesUp(150, Thread::yield);
  }

  static Scenario looksAndSpins() {
    return givesUp(10, Thread::onSpinWait);
  }

  static Scenario looksAndSleeps() {
    return givesUp(10, () -> Thread.sleep(10));
  }

  static Scenario looksAndParks() {
    return givesUp(10, () -> LockSupport.parkNanos(1000));
  }

  static Scenario looksAgainAfterAYield() {
    var queue = new ConcurrentLinkedQueue<Integer>();
    return of(
        () -> queue.add(1),
        () -> {
          var got = queue.poll();
          if (got == null) {
            Thread.yield();
            got = queue.poll();
          }
          expect(got != null, "gave up");
        });
  }

  /// Notifies, steps aside, and is back in the monitor before the one it woke.
  static Scenario comesBackFirst() {
    var monitor = new Object();
    var handed = new boolean[1];
    var taken = new boolean[1];
    return of(
        () -> {
          synchronized (monitor) {
            while (!handed[0]) {
              monitor.wait();
            }
            taken[0] = true;
          }
        },
        () -> {
          synchronized (monitor) {
            handed[0] = true;
            monitor.notify();
          }
          Thread.yield();
          synchronized (monitor) {
            expect(taken[0], "nobody came");
          }
        });
  }

  // These end, whatever the scheduler does in the long run.

  static Scenario spins() {
    var flag = new Flag();
    return of(
        () -> flag.set = true,
        () -> {
          while (!flag.set) {}
        });
  }

  static Scenario spinsAndCounts() {
    var flag = new Flag();
    return of(
        () -> flag.set = true,
        () -> {
          var rounds = 0L;
          while (!flag.set) {
            rounds++;
            flag.rounds++;
          }
          expect(rounds >= 0, "it counts");
        });
  }

  /// What it writes down in each round is different each time.
  static Scenario spinsAndKeepsNotes() {
    var flag = new Flag();
    return of(
        () -> flag.set = true,
        () -> {
          var notes = 1;
          while (!flag.set) {
            notes = 31 * notes + 7;
            Thread.yield();
          }
        });
  }

  static Scenario waitsForEachOther() {
    var here = new Flag();
    var there = new Flag();
    return of(
        () -> {
          here.set = true;
          while (!there.set) {
            Thread.onSpinWait();
          }
        },
        () -> {
          there.set = true;
          while (!here.set) {
            Thread.sleep(1);
          }
        });
  }

  static Scenario asksInsideALock() {
    var monitor = new Object();
    var done = new boolean[1];
    return of(
        () -> {
          synchronized (monitor) {
            done[0] = true;
          }
        },
        () -> {
          while (true) {
            synchronized (monitor) {
              if (done[0]) {
                return;
              }
            }
          }
        });
  }

  // Loops that end by the clock.

  static Scenario countsForAWhile() {
    var rounds = new int[1];
    return of(
        () -> {
          var end = System.nanoTime() + 5_000_000L;
          while (System.nanoTime() < end) {
            rounds[0]++;
          }
        });
  }

  static Scenario spinsForAWhile() {
    var rounds = new int[1];
    return of(
        () -> {
          var end = System.currentTimeMillis() + 5;
          while (System.currentTimeMillis() < end) {
            Thread.onSpinWait();
          }
        },
        () -> rounds[0]++);
  }

  static Scenario bothSpinForAWhile() {
    Scenario.Body body =
        () -> {
          var end = System.nanoTime() + 1_000_000L;
          while (System.nanoTime() < end) {
            Thread.onSpinWait();
          }
        };
    return of(body, body);
  }

  /// Nobody sets the flag.
  static Scenario givesUpInTime() {
    var flag = new Flag();
    return of(
        () -> {
          var end = System.nanoTime() + 5_000_000L;
          while (!flag.set) {
            if (System.nanoTime() > end) {
              return;
            }
            Thread.yield();
          }
        });
  }

  /// Somebody sets the flag, but perhaps too late.
  static Scenario givesUpTooEarly() {
    var flag = new Flag();
    return of(
        () -> flag.set = true,
        () -> {
          var end = System.nanoTime() + 5_000_000L;
          while (!flag.set) {
            expect(System.nanoTime() <= end, "gave up");
          }
        });
  }

  /// A sleeper's time comes before that of the one who spins on the clock.
  static Scenario sleepsMeanwhile() {
    var woken = new Flag();
    return of(
        () -> {
          Thread.sleep(1);
          woken.set = true;
        },
        () -> {
          var end = System.nanoTime() + 5_000_000L;
          while (System.nanoTime() < end && !woken.set) {
            Thread.onSpinWait();
          }
        });
  }

  // Long, and no more than that.

  static Scenario countsAlone() {
    return of(() -> sum(150_000), () -> sum(150_000));
  }

  private static void sum(int numbers) {
    var sum = 0L;
    for (var i = 0; i < numbers; i++) {
      sum += i;
    }
    expect(sum == numbers * (numbers - 1L) / 2, "the sum is wrong");
  }

  static Scenario countsTogether() {
    var count = new AtomicInteger();
    Scenario.Body body =
        () -> {
          for (var i = 0; i < 20_000; i++) {
            count.incrementAndGet();
          }
        };
    return of(body, body);
  }

  static Scenario walksAList() {
    var list = List.of(1, 2, 3, 4, 5, 6, 7, 8);
    return of(
        () -> {
          for (var i = 0; i < 20; i++) {
            for (var number : list) {
              expect(number > 0, "it is none of them");
            }
          }
        });
  }
}
