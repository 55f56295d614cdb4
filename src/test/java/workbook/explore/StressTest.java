package workbook.explore;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntSupplier;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import workbook.Scenario;

@Tag("fast")
final class StressTest {
  private static final Duration LONG = Duration.ofMinutes(1);

  private static Scenario of(List<Scenario.Body> bodies) {
    return () -> bodies;
  }

  @Test
  void everyRunIsCounted() throws InterruptedException {
    var bodies = new AtomicInteger();
    var two = List.<Scenario.Body>of(bodies::incrementAndGet, bodies::incrementAndGet);
    assertEquals(new Stress(1_200, 0, false, ""), Stress.of(() -> of(two), 1_200, LONG));
    assertEquals(2_400, bodies.get());
  }

  @Test
  void aFailureOfAnyThreadAndOfTheCheckIsCounted() throws InterruptedException {
    Scenario.Body throwing =
        () -> {
          throw new IllegalStateException("no");
        };
    var thrown = Stress.of(() -> of(List.of(() -> {}, throwing)), 10, LONG);
    assertEquals(new Stress(10, 10, false, "java.lang.IllegalStateException: no"), thrown);

    var unchecked =
        Stress.of(
            () ->
                checkedBy(
                    () -> {
                      throw new AssertionError("not so");
                    }),
            10,
            LONG);
    assertEquals(new Stress(10, 10, false, "java.lang.AssertionError: not so"), unchecked);
  }

  @Test
  void aRunThatNeverEndsIsTheLast() throws InterruptedException {
    var never = new CountDownLatch(1);
    var stress = Stress.of(() -> of(List.of(() -> {}, never::await)), 1_000);
    assertTrue(stress.stuck());
    assertEquals(0, stress.runs());
  }

  @Test
  void aCheckThatNeverEndsIsTheLast() throws InterruptedException {
    var never = new CountDownLatch(1);
    var stress = Stress.of(() -> checkedBy(never::await), 1_000);
    assertTrue(stress.stuck());
    assertEquals(0, stress.runs());
  }

  static final class Chicken {
    static final int ONE = meet(() -> Egg.ONE);
  }

  static final class Egg {
    static final int ONE = meet(() -> Chicken.ONE);
  }

  private static final CountDownLatch BOTH_BEGUN = new CountDownLatch(2);

  private static int meet(IntSupplier other) {
    BOTH_BEGUN.countDown();
    try {
      BOTH_BEGUN.await();
    } catch (InterruptedException nobodyShould) {
      throw new AssertionError(nobodyShould);
    }
    return other.getAsInt();
  }

  private static void use(int value) {
    assertEquals(0, value);
  }

  /// Such threads are in the state RUNNABLE.
  @Test
  void classesThatInitialiseEachOtherNeverEnd() throws InterruptedException {
    var stress = Stress.of(() -> of(List.of(() -> use(Egg.ONE), () -> use(Chicken.ONE))), 1);
    assertTrue(stress.stuck());
    assertEquals(0, stress.runs());
  }

  private static Scenario checkedBy(Scenario.Body check) {
    return new Scenario() {
      @Override
      public List<Body> bodies() {
        return List.of(() -> {});
      }

      @Override
      public void check() throws Exception {
        check.run();
      }
    };
  }
}
