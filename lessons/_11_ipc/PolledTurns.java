package _11_ipc;

import java.io.IOException;

/// Whoever waits for its turn looks at the slot again and again, and lets others run in between.
record PolledTurns(SharedSlot slot, ProcessHandle other) implements SlotTurns {
  @Override
  public void await(boolean full) throws IOException, InterruptedException {
    var what = full ? "its message came" : "it took the message before";
    Polling.until(what, other, () -> slot.isFull() == full);
  }

  @Override
  public void announce(boolean full) {
    slot.setFull(full);
  }

  @Override
  public void close() {}
}
