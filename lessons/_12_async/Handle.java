package _12_async;

/// A callback that a loop is to call, now or later. Only the loop's thread may cancel it.
public final class Handle implements Comparable<Handle> {
  final String name;
  final long due; // of System.nanoTime: only differences count
  private final long order;
  private Runnable callback;

  /// @param order a later one has a greater number
  Handle(String name, Runnable callback, long due, long order) {
    this.name = name;
    this.callback = callback;
    this.due = due;
    this.order = order;
  }

  void call() {
    if (callback != null) {
      callback.run();
    }
  }

  /// The callback is not called any more. Does nothing when it was called already.
  public void cancel() {
    callback = null;
  }

  boolean isCancelled() {
    return callback == null;
  }

  /// What is due earlier comes first; of two that are due together, the one submitted first.
  @Override
  public int compareTo(Handle other) {
    var later = Long.signum(due - other.due); // not due < other.due: nanoTime may overflow
    return later != 0 ? later : Long.compare(order, other.order);
  }
}
