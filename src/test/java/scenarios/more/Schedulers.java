package scenarios.more;

import static scenarios.more.Program.expectEquals;

import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/// Executors with a clock: tasks that run again, tasks that run later.
final class Schedulers {
  private Schedulers() {}

  /// A periodic task that throws once never runs again, and nobody is told.
  private static Program periodic(boolean careful) {
    var runs = new AtomicInteger();
    return Program.of(
        () -> {
          var timer = Executors.newSingleThreadScheduledExecutor();
          timer.scheduleAtFixedRate(
              () -> {
                if (runs.incrementAndGet() == 1 && !careful) {
                  throw new IllegalStateException("oops");
                }
              },
              0,
              1,
              TimeUnit.SECONDS);
          while (runs.get() < 2) {
            Thread.sleep(1000);
          }
          timer.shutdownNow();
        });
  }

  static Program periodicBad() {
    return periodic(false);
  }

  static Program periodicGood() {
    return periodic(true);
  }

  static Program scheduledBad() {
    var set = new AtomicInteger();
    return Program.of(
        () -> {
          try (var timer = Executors.newScheduledThreadPool(1)) {
            timer.schedule(() -> set.set(1), 1, TimeUnit.SECONDS);
            Thread.sleep(2000);
            expectEquals(1, set.get());
          }
        });
  }

  static Program scheduledGood() {
    var set = new AtomicInteger();
    return Program.of(
        () -> {
          try (var timer = Executors.newScheduledThreadPool(1)) {
            timer.schedule(() -> set.set(1), 1, TimeUnit.SECONDS).get();
            expectEquals(1, set.get());
          }
        });
  }
}
