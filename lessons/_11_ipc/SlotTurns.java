package _11_ipc;

import java.io.IOException;

/// How two processes that share a slot take turns.
interface SlotTurns extends AutoCloseable {
  /// Blocks until the other process has filled the slot, or emptied it.
  void await(boolean full) throws IOException, InterruptedException;

  /// Tells the other process that the slot is full now, or empty.
  void announce(boolean full) throws IOException;

  @Override
  void close() throws IOException;
}
