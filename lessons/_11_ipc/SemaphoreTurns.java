package _11_ipc;

import java.io.IOException;

/// A process waits for a permit, and gives one to the other.
///
/// @param empty has a permit while the slot is empty
/// @param full has a permit while the slot is full
record SemaphoreTurns(PosixSemaphore empty, PosixSemaphore full, ProcessHandle other)
    implements Turns {
  @Override
  public void await(boolean full) throws IOException, InterruptedException {
    TimedWait.until("its turn", other, () -> semaphore(full).tryAcquire(TimedWait.SLICE));
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
