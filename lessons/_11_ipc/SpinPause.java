package _11_ipc;

/// What a process does when it has looked in vain for a while.
public enum SpinPause {
  /// It looks again.
  NONE,
  /// It lets another thread have the core, if one waits for it.
  YIELD,
  /// It sleeps for 50 us.
  SLEEP
}
