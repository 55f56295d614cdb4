package _06_cpu;

/// The number puzzle this lesson computes with. Halve an even number, triple an odd one and add
/// one, until you reach 1. How many steps does that take?
///
/// Nobody knows a formula for it, so no compiler can put one in place of the loop.
public final class Collatz {
  private Collatz() {}

  /// The steps from one number down to 1.
  ///
  /// @param start from 1 to a billion: the numbers on the way fit into a `long`
  public static int steps(long start) {
    var steps = 0;
    for (var n = start; n != 1; n = n % 2 == 0 ? n / 2 : 3 * n + 1) {
      steps++;
    }
    return steps;
  }

  /// The steps of all numbers of a range, added up.
  ///
  /// @param first from 1
  /// @param last the sum is 0 when it is below `first`
  public static long steps(long first, long last) {
    var steps = 0L;
    for (var start = first; start <= last; start++) {
      steps += steps(start);
    }
    return steps;
  }
}
