package _12_async;

import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;

/// A task fails. Who hears of it? Each case is the main coroutine of a loop.
///
/// @param log is told what happens, one line after the other
public record FailedTasks(Loop loop, Consumer<String> log) {
  private Void fail() {
    log.accept("the task fails");
    throw new IllegalStateException("the disk is full");
  }

  public Void nobodyAwaits() throws Exception {
    loop.createTask("saving", this::fail);
    loop.sleep(Duration.ofMillis(10)).await();
    log.accept("main goes on");
    return null;
  }

  public Void somebodyAwaits() throws Exception {
    var saving = loop.createTask("saving", this::fail);
    hear(saving);
    return null;
  }

  /// Two are gathered: one fails, the other needs a little longer.
  public Void gathered() throws Exception {
    var saving = loop.createTask("saving", this::fail);
    var other = loop.createTask("other", () -> loop.sleep(Duration.ofMillis(10)).await());
    hear(LoopFutures.gather(List.of(saving, other)));
    other.await();
    log.accept("the other one has ended well");
    return null;
  }

  private void hear(LoopFuture<?> future) throws Exception {
    try {
      future.await();
    } catch (IllegalStateException failure) {
      log.accept("main hears: " + failure.getMessage());
    }
  }
}
