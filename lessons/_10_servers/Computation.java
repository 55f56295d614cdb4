package _10_servers;

/// Something to compute: about a millisecond of one core.
public final class Computation {
  private static final int NUMBERS = 6_000;
  private static final long STEPS = 475_716;

  private Computation() {}

  /// Counts the steps of the Collatz sequence (half an even number, three times an odd one plus
  /// one) down to 1, from each of the first numbers.
  ///
  /// @throws IllegalStateException when it computed wrong; so no compiler can leave it out
  public static void run() {
    var steps = 0L;
    for (var start = 1; start <= NUMBERS; start++) {
      for (long n = start; n != 1; n = n % 2 == 0 ? n / 2 : 3 * n + 1) {
        steps++;
      }
    }
    if (steps != STEPS) {
      throw new IllegalStateException("%,d steps, not %,d".formatted(steps, STEPS));
    }
  }
}
