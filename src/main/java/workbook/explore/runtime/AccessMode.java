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

  /// It is in the one order of all volatile accesses.
  public static final int VOLATILE = 16;

  static final int PLAIN_READ = READS | PLAIN;

  static final int VOLATILE_READ = READS | ACQUIRES | VOLATILE;

  static final int VOLATILE_WRITE = RELEASES | VOLATILE;

  private AccessMode() {}

  static boolean has(int mode, int bit) {
    return (mode & bit) != 0;
  }
}
