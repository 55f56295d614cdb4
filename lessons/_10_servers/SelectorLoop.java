package _10_servers;

import java.io.IOException;
import java.nio.channels.CancelledKeyException;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;

/// One thread for everybody, which never waits for one client.
///
/// It asks the kernel which of all clients has said something, or can take more of an answer. It
/// does what can be done at once, and asks again.
final class SelectorLoop implements Server {
  @Override
  public void serve(Acceptor acceptor, HandlerType handlers) throws IOException {
    try (var selector = Selector.open();
        acceptor) {
      acceptor.whenClosed(selector::wakeup);
      acceptor.socket.configureBlocking(false);
      acceptor.socket.register(selector, SelectionKey.OP_ACCEPT);
      while (acceptor.socket.isOpen()) {
        selector.select(key -> proceed(key, acceptor, handlers));
      }
      throw new ClosedChannelException();
    }
  }

  private static void proceed(SelectionKey key, Acceptor acceptor, HandlerType handlers) {
    try {
      if (key.isAcceptable()) {
        acceptAll(key.selector(), acceptor, handlers);
      } else {
        ((SelectorConnection) key.attachment()).proceed(key, acceptor);
      }
    } catch (CancelledKeyException closed) {
      // Somebody closed the acceptor meanwhile, and so every channel: the loop will see it.
    }
  }

  /// Accepts every client that is waiting. Never blocks.
  private static void acceptAll(Selector selector, Acceptor acceptor, HandlerType handlers) {
    try {
      for (SocketChannel client; (client = acceptor.socket.accept()) != null; ) {
        acceptor.connections.add(client);
        new SelectorConnection(client, handlers.create()).register(selector, acceptor);
      }
    } catch (IOException noRoomOrClosed) {
      Connections.pause(); // for example too many open files: until somebody has left
    }
  }
}
