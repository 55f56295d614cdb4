package _03_races;

/// A running total that several threads add to.
///
/// Any number of threads may call any of the methods at the same time. Each call is one step: all
/// of them return what they would have returned one after the other, in some order. A call waits
/// for nothing but other calls. Callers see to it that the total stays within an `int`.
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

  /// Takes what is there and starts again at 0. What is added meanwhile is in this result or left
  /// for later, never both and never neither.
  ///
  /// @return the total until now
  int drain();

  /// The highest that the total has ever been, 0 at first. A [#drain] does not change it.
  int highest();
}
