package _12_async;

import java.time.Duration;

/// A future that is done after a while. Cancelling it cancels its timer.
final class Sleep extends LoopFuture<Void> {
  private final Handle timer;

  Sleep(Loop loop, Duration delay) {
    super(loop);
    timer = loop.callLater(delay, "sleep", () -> setResult(null));
  }

  @Override
  public boolean cancel() {
    timer.cancel();
    return super.cancel();
  }
}
