package _11_ipc;

/// What a process does when it has looked in vain for a while.
public enum SpinPause {
  NONE("it looks on"),
  /// If another thread waits for the core, it gets it.
  YIELD("it yields"),
  SLEEP("it sleeps for 50 us");

  private final String says;

  SpinPause(String says) {
    this.says = says;
  }

  public String says() {
    return says;
  }
}
