package programs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import workbook.explore.Explore;
import workbook.explore.Explorer;
import workbook.explore.Verdict;

/// The explorer as a test uses it: on a method, and on a lambda.
@Tag("fast")
class ExploredTest {
  private static int runs;
  private AtomicInteger counter;

  @BeforeEach
  void startAtTen() {
    runs++;
    counter = new AtomicInteger(10);
  }

  @Explore(preemptions = 1)
  void everyRunHasAFreshInstanceAndFreshStatics() throws InterruptedException {
    assertEquals(1, runs);
    var other = new Thread(counter::incrementAndGet);
    other.start();
    counter.incrementAndGet();
    other.join();
    assertEquals(12, counter.get());
  }

  @Nested
  class Inside {
    @Explore
    void aNestedTestSeesTheInstanceAroundIt() throws InterruptedException {
      var other = new Thread(() -> counter = null);
      other.start();
      other.join();
    }
  }

  @Explore
  void aLimitOfCenturiesIsNeverReached() throws InterruptedException {
    var permit = new Semaphore(0);
    var other = new Thread(permit::release);
    other.start();
    assertTrue(permit.tryAcquire(Long.MAX_VALUE, TimeUnit.NANOSECONDS));
  }

  @Explore(schedules = 1, samples = true)
  void samplesAreEnoughWhereTheTestSaysSo() throws InterruptedException {
    var other = new Thread(counter::incrementAndGet);
    other.start();
    counter.incrementAndGet();
    other.join();
    assertEquals(12, counter.get());
  }

  private static void twoIncrements() throws InterruptedException {
    var numbers = new int[1];
    var other = new Thread(() -> numbers[0]++);
    other.start();
    numbers[0]++;
    other.join();
    assertEquals(2, numbers[0]);
  }

  @Test
  void aMethodReferenceIsExplored() {
    var fails =
        assertInstanceOf(Verdict.Fails.class, Explorer.explore(ExploredTest::twoIncrements));
    assertTrue(fails.trace().toString().contains("numbers[0]++"), fails.trace()::toString);
    var error = assertThrows(AssertionError.class, fails::orThrow);
    assertTrue(error.getMessage().contains("replay: " + fails.schedule()), error::getMessage);
  }

  @Test
  void aLambdaMayBringNumbersAlong() {
    var times = 2;
    var verdict =
        Explorer.explore(
            () -> {
              var sum = new AtomicInteger();
              var other = new Thread(() -> sum.addAndGet(times));
              other.start();
              sum.addAndGet(times);
              other.join();
              assertEquals(4, sum.get());
            });
    assertInstanceOf(Verdict.Holds.class, verdict, verdict::says);
  }

  @Test
  void aLambdaMayNotBringObjectsAlong() {
    var outside = new AtomicInteger();
    var refused =
        assertThrows(
            IllegalArgumentException.class,
            () -> Explorer.explore(() -> outside.incrementAndGet()));
    assertTrue(refused.getMessage().contains("AtomicInteger"), refused.getMessage());
  }
}
