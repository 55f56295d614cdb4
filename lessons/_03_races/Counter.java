package _03_races;

/// A running total that several threads add to.
///
/// Every method may be called by any number of threads at the same time. None of them waits for
/// anything but other calls on the same counter.
public interface Counter {
  /// Adds to the total, in one step.
  void add(int amount);

  /// The sum of everything added so far. An addition that has returned is in it.
  int total();
}
