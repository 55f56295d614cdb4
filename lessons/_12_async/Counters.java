package _12_async;

import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;

/// Three counters on one loop: each says one, sleeps, and says two.
public abstract sealed class Counters {
  final Loop loop;
  final Duration pause;
  private final Consumer<String> print;

  Counters(Loop loop, Duration pause, Consumer<String> print) {
    this.loop = loop;
    this.pause = pause;
    this.print = print;
  }

  abstract void sleep() throws Exception;

  private Void counter() throws Exception {
    print.accept("one");
    sleep();
    print.accept("two");
    return null;
  }

  /// Blocks until all three have ended.
  public void run() throws Exception {
    var first = loop.createTask("counter 1", this::counter);
    var second = loop.createTask("counter 2", this::counter);
    var third = loop.createTask("counter 3", this::counter);
    loop.runUntilComplete(LoopFutures.gather(List.of(first, second, third)));
  }

  public static final class Awaiting extends Counters {
    public Awaiting(Loop loop, Duration pause, Consumer<String> print) {
      super(loop, pause, print);
    }

    @Override
    void sleep() throws Exception {
      loop.sleep(pause).await();
    }
  }

  public static final class Blocking extends Counters {
    public Blocking(Loop loop, Duration pause, Consumer<String> print) {
      super(loop, pause, print);
    }

    @Override
    void sleep() throws Exception {
      Thread.sleep(pause);
    }
  }
}
