package scenarios.more;

import java.util.concurrent.atomic.AtomicInteger;

/// When an interrupt is noticed, and when not.
final class Interrupts {
  private Interrupts() {}

  /// An interrupted thread joins one that has made its last step, but may not have ended.
  private static Program late(boolean clears) {
    var done = new AtomicInteger();
    return Program.of(
        () -> {
          var other = new Thread(() -> done.set(1));
          other.start();
          Thread.currentThread().interrupt();
          if (done.get() == 1) {
            if (clears) {
              Thread.interrupted();
            }
            other.join();
          }
        });
  }

  static Program lateBad() {
    return late(false);
  }

  static Program lateGood() {
    return late(true);
  }
}
