package _10_servers;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;

/// A conversation that waits: for what the client says, and until it has taken the answer. So it
/// needs a thread for itself.
final class Talk {
  /// How many bytes one read takes at most.
  static final int CHUNK = 2048;

  private Talk() {}

  /// Reads and answers until the client leaves, or until the reception is closed. Blocks.
  static void with(SocketChannel client, Handler handler, Reception reception) {
    try {
      var buffer = ByteBuffer.allocate(CHUNK);
      var then = Handler.Then.GO_ON;
      while (then == Handler.Then.GO_ON && client.read(buffer.clear()) != -1) {
        var answer = handler.received(buffer.flip());
        while (answer.bytes().hasRemaining()) {
          client.write(answer.bytes());
        }
        then = answer.then();
      }
      if (then == Handler.Then.STOP) {
        reception.close();
      }
    } catch (IOException gone) {
      // The client is; the server lives on.
    } finally {
      reception.leave(client);
    }
  }
}
