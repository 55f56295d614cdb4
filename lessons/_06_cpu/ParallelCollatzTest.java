package _06_cpu;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import _06_cpu.Survey.Longest;
import _06_cpu.exercise.ParallelCollatz;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongUnaryOperator;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import workbook.Graded;
import workbook.explore.Explore;
import workbook.explore.Explorer;

/// The graded tests of ParallelCollatz.
class ParallelCollatzTest {
  private static final String READ_CORES = "lesson 06, \"More workers\"";
  private static final String READ_LAST = "lesson 06, \"Half for you, half for me\"";
  private static final String READ_LOST = "lesson 03, \"Counting at a barrier\"";
  private static final String READ_CONTRACT = "the contract, Survey.java";

  private final Survey survey = new ParallelCollatz();

  @Explore
  @DisplayName("one thread, the numbers from 1 to 30: 27 takes the most steps, 111")
  @Graded(points = 1, read = READ_CONTRACT)
  void oneThreadFindsIt() throws InterruptedException {
    assertEquals(new Longest(27, 111), survey.longest(1, 30, 1, Collatz::steps));
  }

  @Explore
  @DisplayName(
      "a single number, negative steps, the largest numbers there are, and what is refused")
  @Graded(points = 1, read = READ_CONTRACT)
  void theEdges() throws InterruptedException {
    assertEquals(new Longest(7, -3), survey.longest(7, 7, 2, _ -> -3), "from 7 to 7, -3 steps");
    var end = Long.MAX_VALUE;
    assertEquals(
        new Longest(end, 1),
        inRange(end - 1, end, 1, number -> number - end + 1),
        "from Long.MAX_VALUE - 1 to Long.MAX_VALUE, which takes one step");
    assertThrows(
        IllegalArgumentException.class, () -> survey.longest(2, 1, 1, _ -> 0), "from 2 to 1");
    assertThrows(
        IllegalArgumentException.class, () -> survey.longest(1, 2, 0, _ -> 0), "with 0 threads");
  }

  @Explore
  @DisplayName("two threads find numbers that take equally many steps: the smaller one counts")
  @Graded(points = 1, read = READ_CONTRACT)
  void ofEqualsTheSmallest() throws InterruptedException {
    assertEquals(new Longest(1, 7), survey.longest(1, 2, 2, both(_ -> 7)));
  }

  @Explore
  @DisplayName("two threads, five numbers: each is computed once, and no other")
  @Graded(points = 1, read = READ_LOST)
  void eachNumberOnce() throws InterruptedException {
    var computed = new AtomicIntegerArray(6);
    inRange(1, 5, 2, both(number -> computed.incrementAndGet((int) number)));
    assertEquals(
        "[0, 1, 1, 1, 1, 1]", computed.toString(), "how often 0, 1, 2, 3, 4 and 5 were computed");
  }

  @Explore
  @DisplayName("two threads find something at the same time: the longest is not lost")
  @Graded(points = 1, read = READ_LOST)
  void theLongestIsNotLost() throws InterruptedException {
    assertEquals(
        new Longest(2, 20), survey.longest(1, 2, 2, both(number -> 10 * number)), "of 1 and 2");
  }

  @Explore
  @DisplayName("two threads are both at work at once, and one thread is never two")
  @Graded(points = 1, read = READ_CORES)
  void allThreadsAreAtWork() throws InterruptedException {
    survey.longest(1, 2, 2, both(number -> number));
    var inside = new AtomicInteger();
    var tooMany = new AtomicBoolean();
    survey.longest(
        1,
        3,
        1,
        number -> {
          if (inside.incrementAndGet() > 1) {
            tooMany.set(true);
          }
          inside.decrementAndGet();
          return number;
        });
    assertFalse(tooMany.get(), "two calls of steps were under way, with one thread");
  }

  @Explore
  @DisplayName("one number takes forever: the other thread computes 18 of 20 meanwhile")
  @Graded(points = 2, read = READ_LAST)
  void theOtherGoesOn() throws InterruptedException {
    var others = new AtomicInteger();
    var nearlyAll = new CountDownLatch(1);
    var longest =
        survey.longest(
            1,
            20,
            2,
            number -> {
              if (number == 1) {
                await(nearlyAll);
              } else if (others.incrementAndGet() == 18) {
                nearlyAll.countDown();
              }
              return number;
            });
    assertEquals(new Longest(20, 20), longest);
  }

  @Explore
  @DisplayName("no thread is left running")
  @Graded(points = 1, read = "lesson 02, \"How a program ends\"")
  void noThreadStaysBehind() throws InterruptedException {
    Set<Thread> workers = ConcurrentHashMap.newKeySet();
    survey.longest(1, 2, 2, both(number -> workers.add(Thread.currentThread()) ? number : 0));
    workers.remove(Thread.currentThread());
    for (var worker : workers) {
      worker.join();
    }
  }

  /// Here the threads are real, and so is the time they take. It is told, and decides nothing. Nor
  /// does luck: who loses something in some schedule does not get this far.
  @Test
  @DisplayName("200,000 numbers on real threads: 156,159 takes the most steps, 382")
  @Graded(points = 1, read = READ_CORES)
  void onRealThreads() throws InterruptedException {
    Explorer.explore(ParallelCollatzTest::twoThreadsThreeNumbers).orThrow();
    var cores = Runtime.getRuntime().availableProcessors();
    millis(1); // warms up
    var alone = millis(1);
    var together = millis(cores);
    System.out.printf(
        "one thread: %d ms, %d threads: %d ms, %.1f times as fast%n",
        alone, cores, together, (double) alone / Math.max(1, together));
  }

  private static void twoThreadsThreeNumbers() throws InterruptedException {
    var found = new ParallelCollatz().longest(1, 3, 2, both(number -> 10 * number));
    assertEquals(new Longest(3, 30), found, "of 1, 2 and 3");
  }

  private long millis(int threads) throws InterruptedException {
    var begun = System.nanoTime();
    assertEquals(new Longest(156_159, 382), survey.longest(1, 200_000, threads, Collatz::steps));
    return (System.nanoTime() - begun) / 1_000_000;
  }

  /// Calls longest, and tells when it asks for other numbers than those of the range.
  private Longest inRange(long first, long last, int threads, LongUnaryOperator steps)
      throws InterruptedException {
    var stray = new AtomicReference<Long>();
    Longest longest = null;
    try {
      longest =
          survey.longest(
              first,
              last,
              threads,
              number -> {
                if (number < first || number > last) {
                  stray.set(number);
                  throw new IllegalArgumentException(
                      number + " is not in the range"); // ends a loop
                }
                return steps.applyAsLong(number);
              });
    } catch (RuntimeException thrown) {
      if (stray.get() == null) {
        throw thrown;
      }
    }
    assertNull(stray.get(), "a number outside of " + first + " to " + last + " was computed");
    return longest;
  }

  /// The same function, but nobody is given an answer before two have asked. One who works alone
  /// waits forever.
  private static LongUnaryOperator both(LongUnaryOperator steps) {
    var two = new CountDownLatch(2);
    return number -> {
      two.countDown();
      await(two);
      return steps.applyAsLong(number);
    };
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException givenUp) {
      throw new AssertionError("a thread was interrupted while it computed", givenUp);
    }
  }
}
