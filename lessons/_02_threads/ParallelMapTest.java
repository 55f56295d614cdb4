package _02_threads;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import _02_threads.exercise.ParallelMap;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import workbook.Graded;
import workbook.explore.Budget;
import workbook.explore.Explore;
import workbook.explore.Explorer;
import workbook.explore.Verdict;
import workbook.explore.calls.AnyValue;

/// The graded tests of ParallelMap.
class ParallelMapTest {
  private static final String READ_POOL = "lesson 02, \"Three workers, ten numbers\"";
  private static final String READ_SHUTDOWN = "lesson 02, \"Shutting down now\"";
  private static final int MANY = 150;

  /// Of many threads there are too many schedules. A bound that is too small shows in each.
  private static final Budget FEW_SCHEDULES =
      new Budget(0, 5, 1_000_000, 0, 1, Duration.ofMinutes(1), true);

  private final Mapper mapper = new ParallelMap();
  private final AtomicInteger begun = new AtomicInteger();
  private final AtomicInteger inside = new AtomicInteger();
  private final Set<Thread> workers = ConcurrentHashMap.newKeySet();

  private final CountDownLatch never = new CountDownLatch(1); // nobody ever opens it

  @Explore
  @DisplayName("one at a time: 30, 40 and 50 become 900, 1600 and 2500, in this order")
  @Graded(points = 1, read = READ_POOL)
  void oneAtATime() throws Exception {
    var turns = new ArrayList<Integer>();
    var squares =
        mapper.map(
            List.of(30, 40, 50),
            1,
            number -> {
              turns.add(number);
              return number * number;
            });
    assertEquals(List.of(900, 1600, 2500), squares, "the squares of 30, 40 and 50");
    assertEquals(List.of(30, 40, 50), turns, "the order in which the elements got their turns");
    assertEquals(List.of(31), mapper.map(List.of(30), 1, number -> number + 1), "the next call");
    assertEquals(List.of(900, 1600, 2500), squares, "the squares, after the next call");
  }

  @Explore(preemptions = 1)
  @DisplayName("empty lists, nulls, equal elements, all exceptions; none at a time is refused")
  @Graded(points = 1, read = "the contract, Mapper.java")
  void theEdges() throws Exception {
    for (var atOnce : List.of(0, -1, Integer.MIN_VALUE)) {
      for (var list : List.of(List.of(1), List.<Integer>of())) {
        assertThrows(
            IllegalArgumentException.class,
            () -> mapper.map(list, atOnce, _ -> begun.incrementAndGet()),
            "atOnce is %d, and the list is %s".formatted(atOnce, list));
      }
    }
    assertEquals(0, begun.get(), "calls of work, though none was allowed");
    assertEquals(List.of(), mapper.map(List.of(), 2, _ -> 1));
    assertEquals(List.of(2), mapper.map(List.of(1), Integer.MAX_VALUE, number -> number + 1));
    assertEquals(
        Arrays.asList(null, "nothing"),
        mapper.map(Arrays.asList("a", null), 1, letter -> letter == null ? "nothing" : null),
        "null for \"a\", \"nothing\" for null");
    assertEquals(
        List.of(1, 2, 3),
        mapper.map(List.of("a", "a", "a"), 1, _ -> begun.incrementAndGet()),
        "the same element three times: which call it was");
    for (var own :
        List.of(
            new InterruptedException("thrown by the work"),
            new ExecutionException(new Exception("thrown by the work")),
            new Throwable("neither an exception nor an error"))) {
      Executable call = () -> mapper.map(List.of(own), 1, ParallelMapTest::throwInSecret);
      var again = assertThrows(ExecutionException.class, call, "thrown: " + own);
      assertSame(own, again.getCause(), "the cause should be what the only element threw");
    }
  }

  @Explore
  @DisplayName("two at a time: the first waits for the last, and the results keep their order")
  @Graded(points = 1, read = "lesson 02, \"A missing join\"")
  void nobodyWaitsForTheSlowOne() throws Exception {
    var lastDone = new CountDownLatch(1);
    var results =
        mapper.map(
            List.of("slow", "quick", "last"),
            2,
            element -> {
              switch (element) {
                case "slow" -> lastDone.await();
                case "last" -> lastDone.countDown();
                default -> {}
              }
              return element + " done";
            });
    assertEquals(List.of("slow done", "quick done", "last done"), results);
  }

  @Explore(preemptions = 1)
  @DisplayName("three elements, two at a time: the three are never at work together")
  @Graded(points = 1, read = READ_POOL)
  void neverMoreThanAllowed() throws Exception {
    var tooMany = new AtomicBoolean();
    var two = new CountDownLatch(2);
    var results =
        mapper.map(
            List.of(1, 2, 3),
            2,
            number -> {
              if (inside.incrementAndGet() > 2) {
                tooMany.set(true);
              }
              meet(two);
              inside.decrementAndGet();
              return -number;
            });
    assertFalse(tooMany.get(), "three were at work at once, where two are allowed");
    assertEquals(List.of(-1, -2, -3), results);
  }

  @Test
  @DisplayName("150 at a time: 150 are at work, however many processors there are")
  @Graded(points = 1, read = READ_POOL)
  void neverFewerThanAllowed() {
    var verdict = Explorer.explore(ParallelMapTest::manyMeet, FEW_SCHEDULES);
    if (!(verdict instanceof Verdict.Holds)) {
      verdict.orThrow();
    }
  }

  private static void manyMeet() throws Exception {
    var all = new CountDownLatch(MANY);
    var results =
        new ParallelMap()
            .map(
                Collections.nCopies(MANY, "a"),
                MANY,
                letter -> {
                  meet(all);
                  return letter + "!";
                });
    assertEquals(MANY, Collections.frequency(results, "a!"), "how many results are right");
  }

  @Explore(preemptions = 1)
  @DisplayName("the first failure comes through, and ends the others that would wait for ever")
  @Graded(points = 1, read = READ_SHUTDOWN)
  void theFirstFailureComesThrough() {
    var broken = new Error("broken");
    var thrown =
        assertThrows(
            ExecutionException.class,
            () ->
                mapper.map(
                    List.of("takes its time", "fails", "waits", "waits"),
                    2,
                    element -> {
                      begin();
                      try {
                        if (element.equals("fails")) {
                          throw broken;
                        }
                        return waitForEver();
                      } finally {
                        if (element.equals("takes its time")) {
                          never.await(3, TimeUnit.DAYS);
                        }
                        inside.decrementAndGet();
                      }
                    }));
    assertEquals(0, inside.get(), "at work after map threw");
    assertSame(broken, thrown.getCause(), "the cause should be what the second element threw");
  }

  @SuppressWarnings("unchecked") // the compiler does not see what is thrown
  private static <E extends Throwable> Object throwInSecret(Throwable thrown) throws E {
    throw (E) thrown;
  }

  @Explore(preemptions = 1)
  @DisplayName("after a failure no element gets a turn, and map waits for the calls under way")
  @Graded(points = 1, read = READ_SHUTDOWN)
  void nothingGoesOnAfterAFailure() {
    var two = new CountDownLatch(2);
    var late = AnyValue.of(false, true);
    var caller = Thread.currentThread();
    var thrown =
        assertThrows(
            Exception.class,
            () ->
                mapper.map(
                    List.of("fails", "takes no notice", "waits", "waits"),
                    2,
                    element -> {
                      begin();
                      try {
                        if (!element.equals("waits")) {
                          meet(two);
                        }
                        if (element.equals("fails")) {
                          throw new IllegalStateException("broken");
                        }
                        return waitForEver();
                      } catch (InterruptedException ended) {
                        if (late) {
                          caller.interrupt(); // it waits for this call
                        }
                        return 0;
                      } finally {
                        inside.decrementAndGet();
                      }
                    }));
    var then = begun.get();
    assertEquals(0, inside.get(), "at work after map threw");
    assertEquals(then, begun.get(), "begun, counted twice after map threw");
    assertTrue(then < 4, "The last element got its turn, though the first had failed.");
    var heard = late && thrown instanceof InterruptedException;
    assertTrue(heard || thrown instanceof ExecutionException, "after a failure: " + thrown);
    assertEquals(late, heard || Thread.interrupted(), "whether a late interrupt is told");
  }

  @Explore(preemptions = 1)
  @DisplayName("interrupting the caller ends the work, map throws, and no interrupt is lost")
  @Graded(points = 1, read = READ_SHUTDOWN)
  void interruptingTheCallerEndsTheWork() throws InterruptedException {
    var ending = new AtomicReference<>("nothing");
    var all = new CountDownLatch(AnyValue.of(2, 1)); // as many at once
    var noticed = new CountDownLatch(1);
    var mayEnd = new CountDownLatch(1);
    var caller = new Thread(() -> ending.set(endingOfAnEndlessMap(all, noticed, mayEnd)), "caller");
    caller.start();
    all.await();
    caller.interrupt();
    noticed.await();
    caller.interrupt(); // it still has to wait for the calls under way
    mayEnd.countDown();
    caller.join();
    assertEquals("InterruptedException, 0 at work", ending.get(), "what map threw, and when");
    joinWorkers();
    var over = new CountDownLatch(1);
    var hasty = new Thread(() -> ending.set(endingOfAQuickMap(over)), "hasty");
    hasty.start();
    hasty.interrupt(); // before, while or after it maps
    over.countDown();
    hasty.join();
    assertEquals("interrupted", ending.get(), "what the caller hears, at the latest after map");
  }

  private String endingOfAnEndlessMap(
      CountDownLatch all, CountDownLatch noticed, CountDownLatch mayEnd) {
    try {
      mapper.map(
          List.of("takes its time", "takes no notice", "waits"),
          (int) all.getCount(),
          element -> {
            begin();
            all.countDown();
            try {
              return waitForEver();
            } catch (InterruptedException heard) {
              if (element.equals("takes its time")) {
                noticed.countDown();
                awaitDespiteInterrupts(mayEnd);
              }
              if (element.equals("takes no notice")) {
                return 0;
              }
              throw heard;
            } finally {
              inside.decrementAndGet();
            }
          });
      return "nothing: it returned, though nobody did its work";
    } catch (InterruptedException | ExecutionException | RuntimeException thrown) {
      return "%s, %d at work".formatted(thrown.getClass().getSimpleName(), inside.get());
    }
  }

  private String endingOfAQuickMap(CountDownLatch over) {
    try {
      mapper.map(List.of(1), 1, number -> number);
      over.await();
      return "nothing";
    } catch (InterruptedException heard) {
      return "interrupted";
    } catch (ExecutionException thrown) {
      return thrown.toString();
    }
  }

  @Explore(preemptions = 1)
  @DisplayName("no thread stays behind, neither after a success nor after a failure")
  @Graded(points = 1, read = READ_SHUTDOWN)
  void noThreadStaysBehind() throws Exception {
    var two = new CountDownLatch(2);
    mapper.map(
        List.of(1, 2),
        2,
        _ -> {
          meet(two);
          return workers.add(Thread.currentThread());
        });
    assertThrows(
        ExecutionException.class,
        () ->
            mapper.map(
                List.of(1),
                1,
                _ -> {
                  workers.add(Thread.currentThread());
                  throw new IllegalStateException("broken");
                }));
    workers.remove(Thread.currentThread());
    joinWorkers();
  }

  @Explore(preemptions = 1)
  @DisplayName("map inside map: the calls have nothing to do with each other")
  @Graded(points = 1, read = "the contract, Mapper.java")
  void mapInsideMap() throws Exception {
    var results =
        mapper.map(
            List.of("broken", "whole"),
            2,
            outer -> {
              try {
                return mapper.map(List.of(outer), 1, inner()).getFirst();
              } catch (ExecutionException failure) {
                return failure.getCause().getMessage();
              }
            });
    assertEquals(List.of("broken", "whole!"), results);
  }

  private static Mapper.Work<String, String> inner() {
    return element -> {
      if (element.equals("broken")) {
        throw new IllegalStateException(element);
      }
      return element + "!";
    };
  }

  private void begin() {
    workers.add(Thread.currentThread());
    begun.incrementAndGet();
    inside.incrementAndGet();
  }

  private void joinWorkers() throws InterruptedException {
    for (var worker : workers) {
      worker.join();
    }
  }

  private int waitForEver() throws InterruptedException {
    never.await();
    return 0;
  }

  /// Waits until all are here. One who works alone waits for ever.
  private static void meet(CountDownLatch all) throws InterruptedException {
    all.countDown();
    all.await();
  }

  private static void awaitDespiteInterrupts(CountDownLatch latch) {
    while (latch.getCount() > 0) {
      try {
        latch.await();
      } catch (InterruptedException again) {
        continue; // a call that takes its time
      }
    }
  }
}
