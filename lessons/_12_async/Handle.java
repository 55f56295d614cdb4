package _12_async;

/// A callback that a loop still has to call. While the loop runs, only the loop may cancel it.
public final class Handle {
  final String name;
  private Runnable callback;

  Handle(String name, Runnable callback) {
    this.name = name;
    this.callback = callback;
  }

  void call() {
    if (callback != null) {
      callback.run();
    }
  }

  /// It's not called any more. Does nothing when it was called already.
  public void cancel() {
    callback = null;
  }

  boolean isCancelled() {
    return callback == null;
  }
}
