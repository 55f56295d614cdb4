package _11_ipc;

/// What a process does after it has looked in vain for a while.
public enum SpinPause {
  NONE("it keeps looking"),
  /// If another thread is waiting for the core, it usually gets it.
  YIELD("it yields"),
  SLEEP("it sleeps for 50 µs");

  private final String says;

  SpinPause(String says) {
    this.says = says;
  }

  public String says() {
    return says;
  }
}
