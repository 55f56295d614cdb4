package _11_ipc;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.nio.ByteBuffer;

/// Messages in memory that both processes share: a slot for each direction. A message that is
/// longer than the slot goes through it in pieces.
///
/// @param arena of the memory
record SlotEndpoint(
    Arena arena, SharedSlot out, SlotTurns outTurns, SharedSlot in, SlotTurns inTurns)
    implements Endpoint {
  @Override
  public void send(ByteBuffer message) throws IOException, InterruptedException {
    do {
      outTurns.await(false);
      out.put(message);
      outTurns.announce(true);
    } while (message.hasRemaining());
  }

  @Override
  public void receive(ByteBuffer buffer) throws IOException, InterruptedException {
    buffer.clear();
    int toCome;
    do {
      inTurns.await(true);
      toCome = in.take(buffer);
      inTurns.announce(false);
    } while (toCome > 0);
    buffer.flip();
  }

  @Override
  public void close() throws IOException {
    try (arena;
        outTurns) {
      inTurns.close();
    }
  }
}
