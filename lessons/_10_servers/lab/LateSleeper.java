package _10_servers.lab;

import java.util.concurrent.TimeUnit;

/// A thread that sleeps for a millisecond, again and again, and looks how late it wakes up.
final class LateSleeper implements AutoCloseable {
  private volatile long latest;
  private final Thread thread = Thread.ofPlatform().name("sleeper").start(this::sleep);

  private void sleep() {
    try {
      while (true) {
        var due = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(1);
        TimeUnit.MILLISECONDS.sleep(1);
        latest = Math.max(latest, System.nanoTime() - due);
      }
    } catch (InterruptedException leaving) {
      Thread.currentThread().interrupt();
    }
  }

  /// How late it woke up at most, in milliseconds.
  double latest() {
    return latest / 1e6;
  }

  @Override
  public void close() {
    thread.interrupt();
    try {
      thread.join();
    } catch (InterruptedException leaving) {
      Thread.currentThread().interrupt();
    }
  }
}
