package _12_async;

import java.time.Duration;
import java.util.function.Consumer;

/// Says hello again and again, in two forms, on one loop.
public final class HelloWorld {
  private final Loop loop;
  private final Duration period;
  private final Consumer<String> print;
  private Handle next;

  public HelloWorld(Loop loop, Duration period, Consumer<String> print) {
    this.loop = loop;
    this.period = period;
    this.print = print;
  }

  /// The old form: a callback that hands itself in again.
  private void helloAgain() {
    print.accept("old form");
    next = loop.callLater(period, "hello again", this::helloAgain);
  }

  /// The new form: a coroutine, which is an endless loop.
  private Void helloWorld() throws Exception {
    while (true) {
      print.accept("new form");
      loop.sleep(period).await();
    }
  }

  /// Runs both for that long. Blocks.
  public void run(Duration time) throws Exception {
    loop.run(
        "main",
        () -> {
          helloAgain();
          var hello = loop.createTask("hello world", this::helloWorld);
          loop.sleep(time).await();
          next.cancel();
          hello.cancel();
          return null;
        });
  }
}
