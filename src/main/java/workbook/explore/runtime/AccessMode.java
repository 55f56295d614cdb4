package workbook.explore.runtime;

/// How strong an access to an atomic, or through a variable handle, is: bits that rewritten code
/// can carry (JLS 17.4 and `VarHandle`'s access modes).
public final class AccessMode {
  /// It only reads.
  public static final int READS = 1;

  /// Nothing keeps it from being torn or reordered; unordered with another it is a race.
  public static final int PLAIN = 2;

  /// It learns what the last writer published.
  public static final int ACQUIRES = 4;

  /// It publishes what the thread did before.
  public static final int RELEASES = 8;

  private AccessMode() {}

  static boolean has(int mode, int bit) {
    return (mode & bit) != 0;
  }

  /// Takes the past along, or gives it, as far as the mode says.
  static void order(MemoryLocation location, LogicalThread me, int mode) {
    if (has(mode, ACQUIRES)) {
      location.acquire(me);
    }
    if (has(mode, RELEASES)) {
      location.release(me);
    } else if (!has(mode, READS | ACQUIRES)) {
      location.publishNothing();
    }
  }
}
