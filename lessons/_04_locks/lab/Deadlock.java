package _04_locks.lab;

import java.lang.management.ManagementFactory;
import java.util.stream.LongStream;

/// What Java knows of threads that wait for each other in a circle.
final class Deadlock {
  private Deadlock() {}

  /// Whether Java finds that a thread is part of a deadlock now. It looks while all threads stand
  /// still, so a thread that is only slow is never taken for one that waits for ever.
  static boolean includes(Thread thread) {
    var found = ManagementFactory.getThreadMXBean().findDeadlockedThreads(); // null for none
    return found != null && LongStream.of(found).anyMatch(id -> id == thread.threadId());
  }
}
