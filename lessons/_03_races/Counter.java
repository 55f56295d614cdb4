package _03_races;

/// A running total that several threads add to.
///
/// Any number of threads may call any of the methods at the same time. Each call is one step: it
/// takes effect at one moment between its call and its return, so the counter is *linearizable*. A
/// call may wait for other calls to return, but for nothing else. No order among waiting threads is
/// promised. A call never gives up: however often others get in first, and even if its thread is
/// interrupted, it does its work. An interrupted thread is still interrupted when its call returns
/// or throws. Nothing that a call has started is left running.
///
/// Callers see to it that the total stays within an `int`.
///
/// The class has a public constructor without parameters. A new counter stands at 0, whatever other
/// counters have counted.
public interface Counter {
  /// Adds to the total.
  ///
  /// @param amount 0 or more
  /// @throws IllegalArgumentException if the amount is negative; then nothing has changed
  void add(int amount);

  /// What has been added and not yet been taken by [#drain].
  int total();

  /// Takes the whole total and leaves 0.
  ///
  /// @return the total that it took
  int drain();

  /// The highest that the total has ever been, 0 at first. A [#drain] does not change it.
  int highest();
}
