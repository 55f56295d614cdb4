package _03_races;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;

/// A thread that calls something again and again while a call of another thread is under way. It
/// gives way after each call, so that it can get in first once more.
public final class BusyRival {
  /// How often it calls at most, beside one call.
  public static final int OFTEN = 128;

  private BusyRival() {}

  /// Makes a call beside such a thread. Blocks until both have ended.
  ///
  /// @param rivals what the other thread calls
  /// @return what the call returned
  public static <T> T beside(Supplier<T> call, Runnable rivals) throws InterruptedException {
    var over = new AtomicBoolean();
    var busy =
        Thread.ofPlatform()
            .name("busy")
            .start(
                () -> {
                  for (var times = 0; times < OFTEN && !over.get(); times++) {
                    rivals.run();
                    Thread.yield();
                  }
                });
    try {
      return call.get();
    } finally {
      over.set(true);
      busy.join();
    }
  }
}
