package _11_ipc;

import java.io.IOException;

/// A process waits for a permit, and gives one to the other.
///
/// @param empty has a permit while the slot is empty
/// @param full has a permit while the slot is full
record SemaphoreTurns(PosixSemaphore empty, PosixSemaphore full, ProcessHandle other)
    implements SlotTurns {
  static SemaphoreTurns open(String empty, String full, ProcessHandle other) throws IOException {
    var first = PosixSemaphore.open(empty);
    try {
      return new SemaphoreTurns(first, PosixSemaphore.open(full), other);
    } catch (IOException e) {
      first.close();
      throw e;
    }
  }

  @Override
  public void await(boolean full) throws IOException, InterruptedException {
    TimedAttempts.until(
        "gave us our turn", other, () -> semaphore(full).tryAcquire(TimedAttempts.SLICE));
  }

  @Override
  public void announce(boolean full) throws IOException {
    semaphore(full).release();
  }

  private PosixSemaphore semaphore(boolean full) {
    return full ? this.full : empty;
  }

  @Override
  public void close() throws IOException {
    try (empty) {
      full.close();
    }
  }
}
