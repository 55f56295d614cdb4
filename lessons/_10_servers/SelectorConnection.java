package _10_servers;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;

/// A client of the selector loop, and what it has not taken yet: all that must be remembered
/// between two steps of the conversation.
final class SelectorConnection {
  private final SocketChannel client;
  private final Handler handler;
  private final ByteBuffer buffer = ByteBuffer.allocate(BlockingConnection.CHUNK);
  private Handler.Answer answer;

  SelectorConnection(SocketChannel client, Handler handler) {
    this.client = client;
    this.handler = handler;
  }

  void register(Selector selector, Acceptor acceptor) {
    try {
      client.configureBlocking(false);
      client.register(selector, SelectionKey.OP_READ, this);
    } catch (IOException gone) {
      acceptor.connections.close(client);
    }
  }

  /// Does what can be done now. Blocks for nothing.
  void proceed(SelectionKey key, Acceptor acceptor) {
    try {
      if (key.isReadable()) {
        if (client.read(buffer.clear()) == -1) {
          acceptor.connections.close(client);
          return;
        }
        answer = handler.received(buffer.flip());
      }
      client.write(answer.bytes());
      if (answer.bytes().hasRemaining()) {
        key.interestOps(SelectionKey.OP_WRITE); // it must take this before it may say more
        return;
      }
      switch (answer.then()) {
        case GO_ON -> key.interestOps(SelectionKey.OP_READ);
        case QUIT -> acceptor.connections.close(client);
        case STOP -> acceptor.close();
      }
    } catch (IOException gone) {
      acceptor.connections.close(client);
    }
  }
}
