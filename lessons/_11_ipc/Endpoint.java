package _11_ipc;

import java.io.IOException;
import java.nio.ByteBuffer;

/// One end of a way for two processes to exchange messages. For one thread.
public interface Endpoint extends AutoCloseable {
  /// Sends a message. Blocks until it is on its way, and that may be until the other end has taken
  /// the one before.
  ///
  /// @param message its bytes, from the buffer's position to its limit
  void send(ByteBuffer message) throws IOException, InterruptedException;

  /// Receives the next message. Blocks until it is there.
  ///
  /// @param buffer is cleared, filled and flipped; it must have room for the longest message
  void receive(ByteBuffer buffer) throws IOException, InterruptedException;

  @Override
  void close() throws IOException;
}
