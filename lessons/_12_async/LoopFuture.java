package _12_async;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;

/// A result that is not there yet. While its loop runs, only the loop may touch it.
public class LoopFuture<T> {
  final Loop loop;
  private final List<Handle> callbacks = new ArrayList<>(1);
  private Callable<T> outcome; // gives the result or throws the failure; null: not done

  public LoopFuture(Loop loop) {
    this.loop = loop;
  }

  public final boolean isDone() {
    return outcome != null;
  }

  /// @throws IllegalStateException when the future is done already, as for [#setException]
  public final void setResult(T result) {
    complete(() -> result);
  }

  /// @param cause is thrown to whoever asks; an [Error] in an [ExecutionException]
  public final void setException(Throwable cause) {
    var thrown = cause instanceof Exception exception ? exception : new ExecutionException(cause);
    complete(
        () -> {
          throw thrown;
        });
  }

  /// Whoever asks gets a [CancellationException].
  ///
  /// @return false when the future was done already
  public boolean cancel() {
    if (!isDone()) {
      setException(new CancellationException("cancelled"));
      return true;
    }
    return false;
  }

  private void complete(Callable<T> as) {
    loop.checkTurn();
    if (isDone()) {
      throw new IllegalStateException("This future is done already: a result is set once.");
    }
    outcome = as;
    callbacks.forEach(loop::callSoon);
    callbacks.clear();
  }

  /// Has the loop call this soon after the future is done.
  public final void whenDone(String name, Runnable callback) {
    loop.checkTurn();
    var handle = new Handle(name, callback);
    if (isDone()) {
      loop.callSoon(handle);
    } else {
      callbacks.add(handle);
    }
  }

  /// Does not wait.
  ///
  /// @throws Exception what the future failed with
  /// @throws IllegalStateException when the future is not done
  public T result() throws Exception {
    if (!isDone()) {
      throw new IllegalStateException("This future is not done yet: await it.");
    }
    return outcome.call();
  }

  /// Lets the others go on until the future is done. Only a coroutine can call it.
  ///
  /// @throws Exception what the future failed with
  public final T await() throws Exception {
    loop.currentTask().suspendUntilDone(this);
    return result();
  }
}
