package _11_ipc;

import java.io.IOException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/// A process looks at the slot again and again.
final class SpinTurns implements SlotTurns {
  private static final int LOOKS = 500;
  private static final long SLEEP = TimeUnit.MICROSECONDS.toNanos(50);

  private final SharedSlot slot;
  private final ProcessHandle other;
  private final SpinPause pause;

  SpinTurns(SharedSlot slot, ProcessHandle other, SpinPause pause) {
    this.slot = slot;
    this.other = other;
    this.pause = pause;
  }

  @Override
  public void await(boolean full) throws IOException, InterruptedException {
    TimedAttempts.until("gave us our turn", other, () -> spin(full));
  }

  private boolean spin(boolean full) {
    var begin = System.nanoTime();
    while (true) {
      for (var looks = 0; looks < LOOKS; looks++) {
        if (slot.isFull() == full) {
          return true;
        }
        Thread.onSpinWait();
      }
      if (System.nanoTime() - begin > TimedAttempts.SLICE.toNanos()) {
        return false;
      }
      switch (pause) {
        case NONE -> {}
        case YIELD -> Thread.yield();
        case SLEEP -> LockSupport.parkNanos(SLEEP);
      }
    }
  }

  @Override
  public void announce(boolean full) {
    slot.setFull(full);
  }

  @Override
  public void close() {}
}
