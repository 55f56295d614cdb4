package programs;

import java.util.concurrent.atomic.AtomicInteger;

/// Two threads that ask again and again instead of waiting.
public final class Impatience {
  private Impatience() {}

  public static void askAgainAndAgain() throws InterruptedException {
    var there = new AtomicInteger();
    Runnable asks =
        () -> {
          while (there.get() < 2) {
            Thread.onSpinWait();
          }
        };
    var one = Thread.ofPlatform().start(asks);
    var other = Thread.ofPlatform().start(asks);
    there.incrementAndGet();
    there.incrementAndGet();
    one.join();
    other.join();
  }
}
