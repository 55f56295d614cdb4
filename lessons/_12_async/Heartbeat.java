package _12_async;

import java.time.Duration;

/// A coroutine that beats every 20 ms, and a call that blocks for a while.
public abstract sealed class Heartbeat {
  public static final Duration PERIOD = Duration.ofMillis(20);
  private static final int BEATS = 10; // before the call, and after it

  final Loop loop;
  private long last;
  private long longest;

  Heartbeat(Loop loop) {
    this.loop = loop;
  }

  /// Makes a call that blocks for so long.
  abstract void call(Duration blocking) throws Exception;

  private Void beat() throws Exception {
    for (last = System.nanoTime(); true; last = System.nanoTime()) {
      loop.sleep(PERIOD).await();
      longest = Math.max(longest, System.nanoTime() - last);
    }
  }

  /// Blocks until all is over.
  ///
  /// @return the longest pause between two beats, in nanoseconds
  public long longestPause(Duration blocking) throws Exception {
    return loop.run(
        "main",
        () -> {
          var heart = loop.createTask("heart", this::beat);
          loop.sleep(PERIOD.multipliedBy(BEATS)).await();
          call(blocking);
          loop.sleep(PERIOD.multipliedBy(BEATS)).await();
          heart.cancel();
          return longest;
        });
  }

  public static final class OnTheLoop extends Heartbeat {
    public OnTheLoop(Loop loop) {
      super(loop);
    }

    @Override
    void call(Duration blocking) throws Exception {
      Thread.sleep(blocking);
    }
  }

  public static final class InTheExecutor extends Heartbeat {
    public InTheExecutor(Loop loop) {
      super(loop);
    }

    @Override
    void call(Duration blocking) throws Exception {
      loop.runInExecutor(
              () -> {
                Thread.sleep(blocking);
                return null;
              })
          .await();
    }
  }
}
