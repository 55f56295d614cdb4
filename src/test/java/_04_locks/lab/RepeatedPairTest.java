package _04_locks.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import _04_locks.ReleaseOrder;
import _04_locks.TwoLocks;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import workbook.Await;

/// Who is slow is not stuck, however long it takes; who waits for ever is.
@Tag("fast")
class RepeatedPairTest {
  @Test
  void aPairThatOnlyWaitsLongIsNotStuck() throws Exception {
    var locks = new ReleaseOrder.Mended();
    var pair = new FutureTask<>(() -> RepeatedPair.of(List.of(locks.a::lock, locks.b::lock), 1, 1));
    var thread = new Thread(pair);
    locks.a.lock();
    locks.b.lock();
    try {
      thread.start();
      Await.until("both wait", () -> locks.a.hasQueuedThreads() && locks.b.hasQueuedThreads());
      assertFalse(thread.join(Duration.ofMillis(100)), "it gave up, and nobody was stuck");
    } finally {
      locks.a.unlock();
      locks.b.unlock();
    }
    assertEquals(new RepeatedPair(2, false), pair.get());
  }

  @Test
  void aPairInADeadlockIsStuck() throws Exception {
    var locks = new TwoLocks(2);
    var pair =
        RepeatedPair.of(
            List.of(() -> locks.takeBoth(locks.a, locks.b), () -> locks.takeBoth(locks.b, locks.a)),
            1,
            1);
    assertTrue(pair.stuck());
  }
}
