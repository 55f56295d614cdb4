package _12_async;

import java.io.IOException;
import java.nio.channels.Selector;
import java.time.Duration;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;

/// The heart of an event loop: what is ready, what is due later, and what the kernel says.
final class Reactor {
  final Queue<Handle> ready = new ConcurrentLinkedQueue<>(); // other threads add, too
  final Timers timers = new Timers();
  final Selector selector = Selector.open();
  final Consumer<String> report;
  Duration slowCallback = Duration.ofMillis(100);

  Reactor(Consumer<String> report) throws IOException {
    this.report = report;
  }

  /// Calls what has become ready; what is added meanwhile waits for the next round.
  void runOnce(boolean maySleep) throws IOException {
    var sleep = maySleep && ready.isEmpty() ? timers.millisToNext() : 0;
    if (sleep > 0) {
      selector.select(Readiness::happened, sleep);
    } else {
      selector.selectNow(Readiness::happened);
    }
    timers.takeDue(System.nanoTime(), ready::add);
    for (var n = ready.size(); n > 0; n--) {
      call(ready.poll());
    }
  }

  private void call(Handle handle) {
    var began = System.nanoTime();
    try {
      handle.call();
    } catch (Throwable failure) { // the others are called all the same
      report.accept("%s failed: %s".formatted(handle.name, failure));
    }
    var took = Duration.ofNanos(System.nanoTime() - began);
    if (took.compareTo(slowCallback) > 0) {
      report.accept("%s blocked the loop for %,d ms".formatted(handle.name, took.toMillis()));
    }
  }

  void close() {
    try {
      for (var key : Set.copyOf(selector.keys())) {
        key.channel().close();
      }
      selector.close();
    } catch (IOException broken) {
      report.accept("a channel was not closed: " + broken);
    }
  }
}
