package _04_locks.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// The clock of lesson 04's timed experiments.
@Tag("fast")
class StretchTest {
  @Test
  void aStretchCountsEveryRound() throws Exception {
    var lock = new ReentrantLock();
    var counted = new long[1];
    Runnable round =
        () -> {
          lock.lock();
          counted[0]++;
          lock.unlock();
        };
    var stretch = Stretch.of(5, List.of(round, round, round));
    assertEquals(counted[0], stretch.rounds());
    assertTrue(stretch.nanos() >= 5_000_000, stretch::toString);
    assertTrue(stretch.cpuNanos() > 0, stretch::toString);
  }
}
