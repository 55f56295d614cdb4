package workbook.explore.runtime;

/// Mixing of 64-bit hashes.
final class Hashing {
  private Hashing() {}

  /// A hash of the two in this order.
  static long mix(long a, long b) {
    var h = (a ^ Long.rotateLeft(b * 0x9E3779B97F4A7C15L, 29)) * 0xBF58476D1CE4E5B9L;
    h = (h ^ h >>> 31) * 0x94D049BB133111EBL;
    return h ^ h >>> 30;
  }
}
