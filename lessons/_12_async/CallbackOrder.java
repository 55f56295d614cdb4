package _12_async;

import java.time.Duration;
import java.util.function.Consumer;

/// Five callbacks, handed to a loop in four ways.
public final class CallbackOrder {
  private final Loop loop;
  private final Consumer<String> print;

  public CallbackOrder(Loop loop, Consumer<String> print) {
    this.loop = loop;
    this.print = print;
  }

  public void run() throws InterruptedException {
    loop.callLater(Duration.ZERO, "later", () -> print.accept("later"));
    loop.callSoon("A", this::a);
    loop.callSoon("B", () -> print.accept("B"));
    loop.runForever();
  }

  private void a() {
    print.accept("A");
    var other = Thread.ofPlatform().start(this::handInFromOutside);
    join(other);
    loop.callSoon("C", this::c);
  }

  private void c() {
    print.accept("C");
    loop.stop(); // at the end of this round
  }

  private void handInFromOutside() {
    loop.callSoonThreadsafe("thread", () -> print.accept("thread"));
  }

  private static void join(Thread other) {
    try {
      other.join();
    } catch (InterruptedException cancelled) {
      Thread.currentThread().interrupt(); // the loop ends with this
    }
  }
}
