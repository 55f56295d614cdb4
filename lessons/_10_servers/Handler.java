package _10_servers;

import java.nio.ByteBuffer;

/// What a server says to one client. The same for every design: it knows no socket.
///
/// A server makes one for each connection. It is called by one thread at a time. That thread may
/// have other clients, who wait as long as the handler takes.
public interface Handler {
  /// What becomes of the connection after an answer.
  enum Then {
    /// Read on.
    GO_ON,
    /// Close this connection.
    QUIT,
    /// Close this connection and all others, and the server.
    STOP
  }

  /// @param bytes what to write, from the buffer's position to its limit; perhaps nothing
  /// @param then what to do when it is written
  record Answer(ByteBuffer bytes, Then then) {}

  /// Answers what one read got.
  ///
  /// @param chunk the bytes, from the buffer's position to its limit; at least one
  /// @return the answer. It may share its bytes with the chunk: write it before the next read
  Answer received(ByteBuffer chunk);
}
