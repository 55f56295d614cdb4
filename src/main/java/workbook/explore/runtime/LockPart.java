package workbook.explore.runtime;

/// Something that a thread waits at after it has let go of the lock that it belongs to, as a
/// condition of a lock.
public interface LockPart {
  /// The lock.
  Object lock();
}
