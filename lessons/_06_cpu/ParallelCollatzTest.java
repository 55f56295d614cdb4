package _06_cpu;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import _06_cpu.Survey.Longest;
import _06_cpu.exercise.ParallelCollatz;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongUnaryOperator;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import workbook.Graded;
import workbook.explore.Budget;
import workbook.explore.Explore;
import workbook.explore.Explorer;
import workbook.explore.Program;
import workbook.explore.Verdict;
import workbook.explore.calls.AnyValue;

/// The graded tests of ParallelCollatz.
class ParallelCollatzTest {
  private static final String READ_CORES = "lesson 06, \"More workers\"";
  private static final String READ_LAST = "lesson 06, \"Half for you, half for me\"";
  private static final String READ_LOST = "lesson 03, \"Counting at a barrier\"";
  private static final String READ_SHUTDOWN = "lesson 02, \"Shutting down now\"";
  private static final String READ_CONTRACT = "the contract, Survey.java";
  private static final long MIN = Long.MIN_VALUE;
  private static final long MAX = Long.MAX_VALUE;

  /// Of many threads there are too many schedules. How a range is cut shows in the first one.
  private static final Budget FEW_SCHEDULES =
      new Budget(0, 1, 1_000_000, 0, 1, Duration.ofMinutes(1), true);

  private final Survey survey = new ParallelCollatz();
  private final Set<Thread> workers = ConcurrentHashMap.newKeySet();

  @Explore
  @DisplayName("one thread: of 25 to 29, 27 takes the most steps; and calls inside each other")
  @Graded(points = 1, read = READ_CONTRACT)
  void oneThreadFindsIt() throws InterruptedException {
    var five = new WatchedRange(1, 25, 29, yielding(Collatz::steps));
    assertEquals(new Longest(27, 111), five.longest(survey), "of 25 to 29");
    var inside = survey.longest(1, 3, 1, outer -> in(() -> survey.longest(1, outer, 1, x -> x)));
    assertEquals(new Longest(3, 3), inside, "of 1 to 3, each of which calls longest, too");
  }

  private static long in(Callable<Longest> call) {
    try {
      return call.call().steps();
    } catch (Exception givenUp) {
      throw new AssertionError("a call inside a call of longest failed", givenUp);
    }
  }

  @Test
  @DisplayName("one thread: the smallest and the largest numbers and steps, and what is refused")
  @Graded(points = 1, read = READ_CONTRACT)
  void theEdges() throws Exception {
    holds(ParallelCollatzTest::edges);
  }

  private static void edges() throws InterruptedException {
    var survey = new ParallelCollatz();
    LongUnaryOperator computed =
        number -> {
          throw new AssertionError(number + " was computed, though nothing was to be");
        };
    for (var threads : List.of(0, -1, Integer.MIN_VALUE)) {
      refused(computed, 1, 2, threads);
    }
    refused(computed, 2, 1, 1);
    refused(computed, MAX, MIN, 2);
    for (var first : new long[] {1, -1, MIN, MAX - 1}) {
      for (var one : new long[] {MIN, -1000, 0, 1000, MAX}) {
        for (var other : new long[] {MIN, -1000, 0, 1000, MAX}) {
          var expected = other > one ? new Longest(first + 1, other) : new Longest(first, one);
          var steps =
              new WatchedRange(1, first, first + 1, number -> number == first ? one : other);
          assertEquals(
              expected,
              steps.longest(survey),
              "of %d and %d, which take %d and %d steps".formatted(first, first + 1, one, other));
        }
      }
      assertEquals(new Longest(first, -3), survey.longest(first, first, 1, _ -> -3), "of one");
    }
    endlessRange(survey);
  }

  private static void endlessRange(Survey survey) {
    var caller = Thread.currentThread();
    var begun = new AtomicInteger();
    var numbers = ConcurrentHashMap.<Long>newKeySet();
    LongUnaryOperator interrupting =
        number -> {
          numbers.add(number);
          var call = begun.incrementAndGet();
          if (call > 6) {
            throw new AssertionError("The rest should have been given up."); // ends the loop
          } else if (call > 4) {
            caller.interrupt();
          }
          if (call == 1 || call > 4) {
            awaitAnInterrupt();
          }
          return number;
        };
    assertThrows(
        InterruptedException.class,
        () -> survey.longest(MIN / 4 + 1, MAX / 4 - 1_000_000, 2, interrupting),
        "of nearly 2^62 numbers, when the caller is interrupted");
    numbers.removeIf(number -> number <= MIN / 4 || number > MAX / 4 - 1_000_000);
    assertEquals(begun.get(), numbers.size(), "how many numbers of the range those calls were for");
  }

  private static void refused(LongUnaryOperator steps, long first, long last, int threads) {
    assertThrows(
        IllegalArgumentException.class,
        () -> new ParallelCollatz().longest(first, last, threads, steps),
        "from %d to %d with %d threads".formatted(first, last, threads));
  }

  @Explore
  @DisplayName("two threads, three numbers: each is computed once, no other, never three at once")
  @Graded(points = 1, read = READ_LOST)
  void eachNumberOnce() throws InterruptedException {
    var three = new WatchedRange(2, 1, 3, both(number -> -number));
    assertEquals(new Longest(1, -1), three.longest(survey), "of 1 to 3, which take -1 to -3 steps");
  }

  @Test
  @DisplayName("ranges of many sizes, up to the largest numbers: each number is computed once")
  @Graded(points = 1, read = READ_CONTRACT)
  void noRangeIsCutWrongly() throws Exception {
    ranges(1, 1, 2, 3, 63, 64, 65, 130);
    ranges(2, 1, 2, 3, 4, 5, 6, 127, 128, 129, 257);
    ranges(3, 4, 400);
    ranges(7, 6, 8, 100);
  }

  private static void ranges(int threads, int... sizes) throws Exception {
    for (var size : sizes) {
      holds(() -> range(threads, size));
    }
  }

  private static void range(int threads, int size) throws InterruptedException {
    for (var first : new long[] {1 - size / 2, MAX - size + 1}) {
      var last = first + size - 1;
      var found =
          new WatchedRange(threads, first, last, number -> number).longest(new ParallelCollatz());
      assertEquals(new Longest(last, last), found, "of %d to %d".formatted(first, last));
    }
  }

  @Explore
  @DisplayName(
      "two threads find something at once: the longest is not lost, of equals the smallest")
  @Graded(points = 1, read = READ_LOST)
  void theLongestIsNotLost() throws InterruptedException {
    long two = AnyValue.of(10L, 2000L, 1000L);
    var expected = two > 1000 ? new Longest(2, two) : new Longest(1, 1000);
    assertEquals(
        expected,
        survey.longest(1, 2, 2, both(number -> number == 1 ? 1000 : two)),
        "of 1 and 2, which take 1000 and %d".formatted(two));
  }

  @Test
  @DisplayName("all threads are at work, never one more, however many processors there are")
  @Graded(points = 1, read = READ_CORES)
  void allThreadsAreAtWork() throws Exception {
    holds(() -> meet(2, 2));
    holds(() -> meet(1, 3));
    holds(() -> meet(100, 2));
    holds(() -> meet(150, 151));
  }

  private static void meet(int threads, int numbers) throws InterruptedException {
    var all = new CountDownLatch(Math.min(threads, numbers));
    var steps = waitingFor(all, yielding(number -> number));
    var found = new WatchedRange(threads, 1, numbers, steps).longest(new ParallelCollatz());
    assertEquals(new Longest(numbers, numbers), found, "of 1 to " + numbers);
  }

  @Test
  @DisplayName("calls take for ever: the other threads go on until no more than a tenth waits")
  @Graded(points = 1, read = READ_LAST)
  void theOthersGoOn() throws Exception {
    for (var slow : List.of(1, 6, 11, 16, 21, 26, 31, 36)) {
      holds(() -> goesOn(2, 40, slow));
    }
    holds(() -> goesOn(2, 10, 1));
    holds(() -> goesOn(2, 400, 1));
    holds(() -> goesOn(30, 200, 1));
    holds(() -> goesOn(10, 960, 1));
  }

  /// Lets all threads but one take for ever, from this call on: until only a tenth waits.
  private static void goesOn(int threads, int numbers, int from) throws InterruptedException {
    var onlyATenthWaits = new CountDownLatch(1);
    var begun = new AtomicInteger();
    LongUnaryOperator steps =
        number -> {
          var call = begun.incrementAndGet();
          if (call >= numbers - numbers / 10) {
            onlyATenthWaits.countDown();
          }
          if (call >= from && call < from + threads - 1) {
            await(onlyATenthWaits);
          }
          return number;
        };
    var last = 1_000_000 + numbers;
    var found = new WatchedRange(threads, 1_000_001, last, steps).longest(new ParallelCollatz());
    assertEquals(new Longest(last, last), found, "of 1000001 to " + last);
  }

  @Explore(preemptions = 1)
  @DisplayName("interrupting the caller ends the work, longest throws, and no interrupt is lost")
  @Graded(points = 1, read = READ_SHUTDOWN)
  void anInterruptEndsTheWork() throws InterruptedException {
    var ending = new AtomicReference<>("nothing");
    var begin = new CountDownLatch(AnyValue.of(2, 1)); // as many threads
    var noticed = new CountDownLatch(1);
    var mayEnd = new CountDownLatch(1);
    var caller = new Thread(() -> ending.set(endingOfALongRange(begin, noticed, mayEnd)));
    caller.start();
    begin.await();
    caller.interrupt();
    noticed.await();
    caller.interrupt(); // it still has to wait for the calls under way
    mayEnd.countDown();
    caller.join();
    assertEquals("InterruptedException, 0 under way, 0 more", ending.get(), "what longest threw");
    joinWorkers();

    var over = new CountDownLatch(1);
    var hasty = new Thread(() -> ending.set(endingOfAShortRange(over)), "hasty");
    hasty.start();
    hasty.interrupt(); // before, while or after it looks
    over.countDown();
    hasty.join();
    assertEquals("interrupted", ending.get(), "what the caller hears, at the latest afterwards");
  }

  private String endingOfALongRange(
      CountDownLatch begin, CountDownLatch noticed, CountDownLatch mayEnd) {
    var threads = (int) begin.getCount();
    var begun = new AtomicInteger();
    var inside = new AtomicInteger();
    LongUnaryOperator steps =
        number -> {
          workers.add(Thread.currentThread());
          inside.incrementAndGet();
          var call = begun.incrementAndGet();
          if (call > threads) {
            throw new AssertionError("The rest should have been given up."); // ends the loop
          }
          begin.countDown();
          awaitAnInterrupt();
          if (call == 1) {
            noticed.countDown();
            while (mayEnd.getCount() > 0) {
              Thread.yield(); // interrupts don't shorten a call that takes its time
            }
          }
          Thread.currentThread().interrupt();
          inside.decrementAndGet();
          return number;
        };
    try {
      survey.longest(1, 260, threads, steps);
      return "nothing: it returned, though hardly a number was computed";
    } catch (InterruptedException | RuntimeException thrown) {
      return "%s, %d under way, %d more"
          .formatted(thrown.getClass().getSimpleName(), inside.get(), begun.get() - threads);
    }
  }

  private String endingOfAShortRange(CountDownLatch over) {
    try {
      assertEquals(new Longest(1, 5), survey.longest(1, 1, 1, _ -> 5), "of 1");
      over.await();
      return "nothing";
    } catch (InterruptedException heard) {
      return "interrupted";
    }
  }

  @Explore(preemptions = 1)
  @DisplayName("no thread stays behind, not even for a while")
  @Graded(points = 1, read = "lesson 02, \"How a program ends\"")
  void noThreadStaysBehind() throws InterruptedException {
    survey.longest(1, 2, 2, both(number -> workers.add(Thread.currentThread()) ? number : 0));
    var others = new Thread[Thread.activeCount()];
    for (var at = Thread.enumerate(others) - 1; at >= 0; at--) {
      workers.add(others[at]);
    }
    var over = System.nanoTime();
    joinWorkers();
    assertEquals(over, System.nanoTime(), "nanoTime(), after all threads that computed have ended");
  }

  /// Time is told, and decides nothing. Nor does luck: a loss in any schedule is found before.
  @Test
  @DisplayName("200,000 numbers on real threads: 156,159 takes the most steps, 382")
  @Graded(points = 1, read = READ_CORES)
  void onRealThreads() throws Exception {
    holds(() -> meet(1, 3));
    Explorer.explore(ParallelCollatzTest::twoThreadsTwoNumbers).orThrow();
    var cores = Runtime.getRuntime().availableProcessors();
    millis(1); // warms up
    var alone = millis(1);
    var together = millis(cores);
    System.out.printf(
        "one thread: %d ms, %d threads: %d ms, %.1f times as fast%n",
        alone, cores, together, (double) alone / Math.max(1, together));
  }

  private static void twoThreadsTwoNumbers() throws InterruptedException {
    assertEquals(new Longest(1, -1), new ParallelCollatz().longest(1, 2, 2, number -> -number));
  }

  private long millis(int threads) throws InterruptedException {
    var begun = System.nanoTime();
    assertEquals(new Longest(156_159, 382), survey.longest(1, 200_000, threads, Collatz::steps));
    return (System.nanoTime() - begun) / 1_000_000;
  }

  /// Looks at the first schedules. In the runs before, the explorer finds out what is shared. Where
  /// it comes to no end, there may be none: real threads are stuck then, and that is told.
  private static void holds(Program program) throws Exception {
    for (var runs = 2; runs <= 256; runs *= 2) {
      var verdict = Explorer.explore(program, FEW_SCHEDULES.withSchedules(runs));
      if (!(verdict instanceof Verdict.Holds holds) || holds.depth() > 0) {
        if (verdict instanceof Verdict.Refused) {
          new ParallelCollatz().longest(1, 3, 1, number -> number);
        } else if (!(verdict instanceof Verdict.Fails)) {
          program.run();
        }
        verdict.orThrow();
      } else if (holds.schedules() > 0) {
        return;
      }
    }
    throw new IllegalStateException("no schedule was run to its end");
  }

  private void joinWorkers() throws InterruptedException {
    workers.remove(Thread.currentThread());
    for (var worker : workers) {
      worker.join();
    }
  }

  /// Nobody is given an answer before two have asked. One who works alone waits for ever.
  private static LongUnaryOperator both(LongUnaryOperator steps) {
    return waitingFor(new CountDownLatch(2), steps);
  }

  /// Lets others in: one thread too many is inside, too.
  private static LongUnaryOperator yielding(LongUnaryOperator steps) {
    return number -> {
      Thread.yield();
      return steps.applyAsLong(number);
    };
  }

  private static LongUnaryOperator waitingFor(CountDownLatch all, LongUnaryOperator steps) {
    return number -> {
      all.countDown();
      await(all);
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

  private static void awaitAnInterrupt() {
    try {
      new CountDownLatch(1).await();
    } catch (InterruptedException expected) {
      Thread.currentThread().interrupt();
    }
  }
}
