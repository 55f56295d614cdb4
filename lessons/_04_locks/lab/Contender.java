package _04_locks.lab;

import java.util.concurrent.Callable;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/// Wants two locks, again and again, and counts how often it got both. For one thread at a time.
final class Contender implements Runnable {
  long successes;
  private final Callable<Boolean> attempt;
  private final int longestMicros;
  private int failures;

  /// @param attempt tells whether it got both
  /// @param longestMicros the longest pause after a failure, in microseconds; 0 for none
  Contender(Callable<Boolean> attempt, int longestMicros) {
    this.attempt = attempt;
    this.longestMicros = longestMicros;
  }

  @Override
  public void run() {
    if (succeeds()) {
      successes++;
      failures = 0;
    } else if (longestMicros > 0) {
      pause();
    }
  }

  private boolean succeeds() {
    try {
      return attempt.call();
    } catch (Exception impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /// For a random time, which may be twice as long after each failure in a row.
  private void pause() {
    failures = Math.min(failures + 1, 30);
    var most = Math.min(1 << failures, longestMicros);
    var micros = ThreadLocalRandom.current().nextInt(most);
    LockSupport.parkNanos(TimeUnit.MICROSECONDS.toNanos(micros));
  }
}
