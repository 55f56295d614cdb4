package _11_ipc;

import java.io.IOException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;

/// A process sleeps until a signal wakes it, and looks at the slot whenever it wakes.
record SignalTurns(SharedSlot slot, ProcessHandle other) implements SlotTurns {
  private static final Set<Thread> SLEEPERS = ConcurrentHashMap.newKeySet();

  /// From now on the signal does not end this process.
  static void listen() {
    UserSignal.onArrival(() -> SLEEPERS.forEach(LockSupport::unpark));
  }

  @Override
  public void await(boolean full) throws IOException, InterruptedException {
    SLEEPERS.add(Thread.currentThread());
    try {
      TimedAttempts.until("gave us our turn", other, () -> sleep(full));
    } finally {
      SLEEPERS.remove(Thread.currentThread());
    }
  }

  /// A signal that comes between the look and the sleep is not lost: then the sleep ends at once.
  private boolean sleep(boolean full) {
    if (slot.isFull() != full) {
      LockSupport.parkNanos(this, TimedAttempts.SLICE.toNanos());
    }
    return slot.isFull() == full;
  }

  @Override
  public void announce(boolean full) throws IOException {
    slot.setFull(full);
    UserSignal.send(other);
  }

  /// The process goes on listening: a signal may still be on its way, and would end it.
  @Override
  public void close() {}
}
