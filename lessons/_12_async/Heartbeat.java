package _12_async;

import java.time.Duration;
import java.util.concurrent.Callable;

/// A coroutine that beats every 20 ms, and another one that makes a call that blocks.
public final class Heartbeat {
  private static final Duration PERIOD = Duration.ofMillis(20);
  private static final int BEATS = 10; // before the call, and after it

  private final Loop loop;
  private final Duration blocking;
  private long longest;

  public Heartbeat(Loop loop, Duration blocking) {
    this.loop = loop;
    this.blocking = blocking;
  }

  private Void beat() throws Exception {
    while (true) {
      var last = System.nanoTime();
      loop.sleep(PERIOD).await();
      longest = Math.max(longest, System.nanoTime() - last);
    }
  }

  private Void block() throws InterruptedException {
    Thread.sleep(blocking);
    return null;
  }

  public Void onTheLoop() throws Exception {
    return block();
  }

  public Void inTheExecutor() throws Exception {
    return loop.runInExecutor(this::block).await();
  }

  /// @param call one of the two above
  /// @return the longest pause between two beats, in nanoseconds
  public long longestPause(Callable<Void> call) throws Exception {
    return loop.run(
        "main",
        () -> {
          var heart = loop.createTask("heart", this::beat);
          loop.sleep(PERIOD.multipliedBy(BEATS)).await();
          call.call();
          loop.sleep(PERIOD.multipliedBy(BEATS)).await();
          heart.cancel();
          return longest;
        });
  }
}
