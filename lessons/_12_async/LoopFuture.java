package _12_async;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;

/// A result that is not there yet. It belongs to a loop: only the loop's callbacks and coroutines
/// may complete it.
public class LoopFuture<T> {
  final Loop loop;
  private final List<Runnable> callbacks = new ArrayList<>(1);
  private boolean done;
  private T value;
  private Throwable failure;

  public LoopFuture(Loop loop) {
    this.loop = loop;
  }

  public final boolean isDone() {
    return done;
  }

  /// @throws IllegalStateException when the future is done already
  public final void setResult(T result) {
    complete(result, null);
  }

  /// @throws IllegalStateException when the future is done already
  public final void setException(Throwable cause) {
    complete(null, cause);
  }

  /// @return whether the future was not done, and now is: its result is a [CancellationException]
  public boolean cancel() {
    if (!done) {
      complete(null, new CancellationException("cancelled"));
      return true;
    }
    return false;
  }

  private void complete(T result, Throwable cause) {
    loop.checkTurn();
    if (done) {
      throw new IllegalStateException("This future is done already: it has " + outcome());
    }
    done = true;
    value = result;
    failure = cause;
    callbacks.forEach(Runnable::run);
    callbacks.clear();
  }

  String outcome() {
    return failure == null ? "the result " + value : failure.toString();
  }

  /// Has the loop call this once the future is done; soon, when it is done already.
  public final void whenDone(String name, Runnable callback) {
    loop.checkTurn();
    if (done) {
      loop.callSoon(name, callback);
    } else {
      callbacks.add(() -> loop.callSoon(name, callback));
    }
  }

  /// What came out. Does not wait.
  ///
  /// @throws Exception what the future failed with, or [CancellationException]
  /// @throws IllegalStateException when the future is not done
  public T result() throws Exception {
    if (!done) {
      throw new IllegalStateException("This future is not done yet: await it.");
    }
    switch (failure) {
      case null -> {
        return value;
      }
      case Exception exception -> throw exception;
      case Error error -> throw error;
      default -> throw new ExecutionException(failure);
    }
  }

  /// Lets the loop go on with others until the result is there. Only a coroutine may call it.
  ///
  /// @throws Exception what the future failed with, or [CancellationException]
  public final T await() throws Exception {
    loop.currentTask().suspendUntilDone(this);
    return result();
  }
}
