package _02_threads;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.fail;

import _02_threads.exercise.ParallelMap;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.DisplayName;
import workbook.Graded;
import workbook.explore.Explore;

/// The graded tests of ParallelMap.
class ParallelMapTest {
  private static final String READ_POOL = "lesson 02, \"Three workers, ten numbers\"";
  private static final String READ_JOIN = "lesson 02, \"A missing join\"";
  private static final String READ_FAILURE = "lesson 02, \"How a program ends\"";

  private final Mapper mapper = new ParallelMap();

  /// How many calls of the work are under way.
  private final AtomicInteger inside = new AtomicInteger();

  /// What nobody ever opens: who waits here ends only when it is interrupted.
  private final CountDownLatch never = new CountDownLatch(1);

  @Explore
  @DisplayName("one at a time: 3, 4 and 5 become 9, 16 and 25, in this order")
  @Graded(points = 1, read = READ_POOL)
  void oneAtATime() throws Exception {
    var turns = new ArrayList<Integer>();
    var squares =
        mapper.map(
            List.of(3, 4, 5),
            1,
            number -> {
              turns.add(number);
              return number * number;
            });
    assertEquals(List.of(9, 16, 25), squares, "the squares of 3, 4 and 5");
    assertEquals(List.of(3, 4, 5), turns, "the order in which the elements got their turns");
  }

  @Explore
  @DisplayName("an empty list gives an empty list, none at a time is refused, and a billion is not")
  @Graded(points = 1, read = READ_POOL)
  void theEdges() throws Exception {
    assertEquals(List.of(), mapper.map(List.<Integer>of(), 2, number -> number + 1));
    for (var atOnce : List.of(0, -1)) {
      assertThrows(
          IllegalArgumentException.class,
          () -> mapper.map(List.of(1), atOnce, number -> number + 1),
          "atOnce is " + atOnce);
    }
    assertEquals(List.of(2), mapper.map(List.of(1), 1_000_000_000, number -> number + 1));
  }

  @Explore
  @DisplayName("nulls are elements and results like all others")
  @Graded(points = 1, read = READ_POOL)
  void nullsAreResultsToo() throws Exception {
    var results =
        mapper.map(Arrays.asList("a", null), 1, letter -> letter == null ? "nothing" : null);
    assertEquals(Arrays.asList(null, "nothing"), results);
  }

  @Explore
  @DisplayName("two at a time, and the first waits for the second: the results keep their order")
  @Graded(points = 1, read = READ_JOIN)
  void resultsKeepTheirOrder() throws Exception {
    var secondDone = new CountDownLatch(1);
    var results =
        mapper.map(
            List.of("first", "second"),
            2,
            element -> {
              if (element.equals("first")) {
                secondDone.await();
              } else {
                secondDone.countDown();
              }
              return element + " done";
            });
    assertEquals(List.of("first done", "second done"), results);
  }

  @Explore
  @DisplayName("three elements, two at a time: three are never at work")
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

  @Explore
  @DisplayName("two at a time: while one is slow, the other goes through the rest of the list")
  @Graded(points = 1, read = READ_POOL)
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
              return element.length();
            });
    assertEquals(List.of(4, 5, 4), results);
  }

  @Explore
  @DisplayName("the first failure comes through, and ends the others that would wait for ever")
  @Graded(points = 1, read = READ_FAILURE)
  void theFirstFailureComesThrough() {
    var broken = new Error("broken");
    var thrown =
        assertThrows(
            ExecutionException.class,
            () ->
                mapper.map(
                    List.of("waits", "fails", "waits", "waits"),
                    2,
                    element -> {
                      if (element.equals("fails")) {
                        throw broken;
                      }
                      return waitForEver();
                    }));
    assertSame(broken, thrown.getCause(), "the cause should be what the second element threw");
  }

  @Explore
  @DisplayName("when map throws, nobody is at work any more, and nobody begins")
  @Graded(points = 1, read = READ_JOIN)
  void nothingGoesOnAfterAFailure() {
    var begun = new AtomicInteger();
    var two = new CountDownLatch(2);
    assertThrows(
        ExecutionException.class,
        () ->
            mapper.map(
                List.of("fails", "waits", "last"),
                2,
                element -> {
                  begun.incrementAndGet();
                  inside.incrementAndGet();
                  two.countDown();
                  try {
                    if (element.equals("fails")) {
                      two.await();
                      throw new IllegalStateException("broken");
                    }
                    return element.equals("waits") ? waitForEver() : 1;
                  } finally {
                    inside.decrementAndGet();
                  }
                }));
    var then = begun.get();
    assertEquals(0, inside.get(), "at work after map threw");
    assertEquals(then, begun.get(), "begun, counted twice after map threw");
  }

  @Explore
  @DisplayName("interrupting the caller ends the work, and map throws InterruptedException")
  @Graded(points = 1, read = "lesson 02, \"How a program ends\"")
  void interruptingTheCallerEndsTheWork() throws InterruptedException {
    var ending = new AtomicReference<>("nothing");
    var caller = new Thread(() -> ending.set(endingOfAnEndlessMap()), "caller");
    caller.start();
    caller.interrupt();
    caller.join();
    assertEquals("InterruptedException", ending.get(), "what map threw");
    assertEquals(0, inside.get(), "at work after map threw");
  }

  @Explore
  @DisplayName("no thread stays behind, neither after a success nor after a failure")
  @Graded(points = 1, read = "lesson 02, \"How a program ends\"")
  void noThreadStaysBehind() throws Exception {
    Set<Thread> workers = ConcurrentHashMap.newKeySet();
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
    for (var worker : workers) {
      worker.join();
    }
  }

  private String endingOfAnEndlessMap() {
    try {
      mapper.map(
          List.of(1, 2, 3),
          2,
          _ -> {
            inside.incrementAndGet();
            try {
              return waitForEver();
            } finally {
              inside.decrementAndGet();
            }
          });
      return fail("map returned, though nobody did its work");
    } catch (InterruptedException | ExecutionException | RuntimeException thrown) {
      return thrown.getClass().getSimpleName();
    }
  }

  /// Waits until two are here. One who works alone waits for ever.
  private static void meet(CountDownLatch two) throws InterruptedException {
    two.countDown();
    two.await();
  }

  private int waitForEver() throws InterruptedException {
    never.await();
    return 0;
  }
}
