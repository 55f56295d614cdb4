package workbook.explore;

import java.util.concurrent.ThreadLocalRandom;

/// Lets real threads of a generated program dawdle between two statements, so that many schedules
/// turn up. Does nothing while the program is explored.
public final class Jitter {
  private static volatile boolean on;

  private Jitter() {}

  static void set(boolean on) {
    Jitter.on = on;
  }

  /// Does nothing, most of the time.
  public static void pause() {
    if (!on) {
      return;
    }
    var random = ThreadLocalRandom.current().nextInt(32);
    if (random < 4) {
      Thread.yield();
    } else if (random > 20) {
      for (var i = 0; i < 1 << random - 21; i++) {
        Thread.onSpinWait();
      }
    }
  }
}
