package _06_cpu;

/// Two loops to be timed.
public final class CountingLoops {
  private CountingLoops() {}

  /// Counts down, and that is all.
  public static void countDown(long n) {
    while (n > 0) {
      n--;
    }
  }

  /// Multiplies and adds, again and again: a simple random number generator.
  public static long mix(long turns) {
    var mixed = 1L;
    for (var turn = 0L; turn < turns; turn++) {
      mixed = mixed * 6_364_136_223_846_793_005L + 1_442_695_040_888_963_407L;
    }
    return mixed;
  }
}
