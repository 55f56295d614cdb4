package _12_async;

import java.time.Duration;
import java.util.function.Consumer;

/// A future that a coroutine completes after a while, and then tries to complete again.
public final class SlowOperation {
  private final Loop loop;
  private final Consumer<String> print;

  public SlowOperation(Loop loop, Consumer<String> print) {
    this.loop = loop;
    this.print = print;
  }

  private Void slowOperation(LoopFuture<String> future, Duration time) throws Exception {
    loop.sleep(time).await();
    future.setResult("Future is done!");
    future.setResult("Future is done twice!");
    print.accept("Both results were set.");
    return null;
  }

  /// Blocks until the future is done.
  public void run(Duration time) throws Exception {
    var future = new LoopFuture<String>(loop);
    var task = loop.createTask("slow operation", () -> slowOperation(future, time));
    print.accept(loop.runUntilComplete(future));
    try {
      task.result();
    } catch (IllegalStateException refused) {
      print.accept(refused.getMessage());
    }
  }
}
