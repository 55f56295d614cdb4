package _03_races;

/// A number that threads add to. The implementations differ in how they add one.
public interface Counting {
  /// Adds one, this many times.
  void add(int times);

  /// What has been counted. Ask after the threads have ended.
  long total();
}
