package workbook.grade;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.concurrent.locks.ReentrantLock;
import workbook.explore.Explore;

/// A test that touches what most graded tests touch. See [Exam#rehearse].
final class Rehearsal {
  private final ReentrantLock lock = new ReentrantLock();
  private int total;

  @Explore(preemptions = 1)
  void rehearse() throws InterruptedException {
    var other = Thread.ofPlatform().start(this::add);
    add();
    other.join();
    assertEquals(2, total);
  }

  private void add() {
    lock.lock();
    try {
      total++;
    } finally {
      lock.unlock();
    }
  }
}
