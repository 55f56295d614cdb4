package _09_futures;

/// Work that only computes: Marsaglia's random numbers, each made of the one before. The JIT
/// compiler can't make it shorter.
public final class Xorshift {
  private Xorshift() {}

  /// @return the number that comes `rounds` after the seed
  public static long compute(long seed, int rounds) {
    var value = seed;
    for (var round = 0; round < rounds; round++) {
      value ^= value << 13;
      value ^= value >>> 7;
      value ^= value << 17;
    }
    return value;
  }
}
