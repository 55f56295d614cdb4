package _10_servers;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;

/// A conversation with one client that blocks: until the client has said something, and until it
/// has taken the answer. So it needs a thread of its own.
final class BlockingConnection {
  /// How many bytes one read takes at most.
  static final int CHUNK = 2048;

  private BlockingConnection() {}

  /// Reads and answers until the client leaves, or until the acceptor is closed. Blocks.
  static void serve(SocketChannel client, Handler handler, Acceptor acceptor) {
    try {
      if (converse(client, handler) == Handler.Then.STOP) {
        acceptor.close();
      }
    } catch (IOException gone) {
      // The client is; the server lives on.
    } finally {
      acceptor.connections.close(client);
    }
  }

  /// Reads and answers until the client leaves. Blocks; closes nothing.
  ///
  /// @return the last thing that its handler said
  static Handler.Then converse(SocketChannel client, Handler handler) throws IOException {
    var buffer = ByteBuffer.allocate(CHUNK);
    var then = Handler.Then.GO_ON;
    while (then == Handler.Then.GO_ON && client.read(buffer.clear()) != -1) {
      var answer = handler.received(buffer.flip());
      while (answer.bytes().hasRemaining()) {
        client.write(answer.bytes());
      }
      then = answer.then();
    }
    return then;
  }
}
