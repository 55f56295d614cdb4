package _12_async;

import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;

/// A coroutine on its way: a body written from top to bottom that stops at each await and lets
/// others go on. It has a thread for its stack, and runs only when the loop gives it the turn. The
/// task is also a future: of what the body returns.
public final class Task<T> extends LoopFuture<T> {
  final String name;
  private final Thread thread;
  private LoopFuture<?> awaited;
  private boolean cancelRequested;

  Task(Loop loop, String name, Callable<T> body) {
    super(loop);
    this.name = name;
    thread = Thread.ofVirtual().name(name).unstarted(() -> run(body));
    loop.callSoon(name, this::step);
  }

  /// Called by the loop: the body runs on, to its next await or to its end.
  private void step() {
    loop.resume(this, thread);
  }

  private void run(Callable<T> body) {
    var failed = false;
    try {
      throwIfCancelled();
      var result = body.call();
      throwIfCancelled();
      setResult(result);
    } catch (CancellationException cancelled) {
      super.cancel();
    } catch (Throwable failure) {
      failed = true;
      setException(failure);
    } finally {
      loop.ended(this, failed);
    }
  }

  /// Called by the body, in [LoopFuture#await].
  void suspendUntilDone(LoopFuture<?> future) {
    if (future == this) {
      throw new IllegalStateException("A task cannot await itself.");
    }
    if (!future.isDone()) {
      awaited = future;
      future.whenDone(name, this::step);
      if (cancelRequested && future.cancel()) {
        cancelRequested = false; // the await ends with the exception of the future
      }
      loop.suspend();
      awaited = null;
      throwIfCancelled();
    }
  }

  private void throwIfCancelled() {
    if (cancelRequested) {
      cancelRequested = false;
      throw new CancellationException("cancelled");
    }
  }

  /// What it failed with. To be called only when it has.
  Exception failure() {
    try {
      super.result();
      return null;
    } catch (Exception failure) {
      return failure;
    }
  }

  @Override
  public T result() throws Exception {
    loop.heard(this);
    return super.result();
  }

  /// Asks the body to end: the await at which it stands, or its next, throws a
  /// [CancellationException]. The body may clean up, or even go on.
  @Override
  public boolean cancel() {
    if (isDone()) {
      return false;
    }
    loop.checkTurn();
    if (awaited == null || !awaited.cancel()) {
      cancelRequested = true;
    }
    return true;
  }
}
