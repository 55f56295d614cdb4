package _10_servers;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.CancelledKeyException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.util.function.Supplier;

/// # One thread for everybody, which never waits for one
///
/// It asks the kernel who of all clients has said something, or can take more of an answer. It does
/// what can be done at once, and asks again.
final class SelectorLoop implements Server {
  @Override
  public void serve(Reception reception, Supplier<Handler> handlers) throws IOException {
    try (var selector = Selector.open();
        reception) {
      reception.whenClosed(selector::wakeup);
      reception.register(selector);
      while (true) {
        selector.select(key -> proceed(key, reception, handlers));
        reception.checkOpen();
      }
    }
  }

  private static void proceed(SelectionKey key, Reception reception, Supplier<Handler> handlers) {
    try {
      if (key.isAcceptable()) {
        reception.acceptWaiting(
            client -> new Guest(client, handlers.get()).register(key.selector(), reception));
      } else {
        ((Guest) key.attachment()).proceed(key, reception);
      }
    } catch (CancelledKeyException closed) {
      // Somebody closed the reception meanwhile, and so every channel: the loop will see it.
    }
  }

  /// A client, and what is not yet said to it.
  private static final class Guest {
    private final SocketChannel client;
    private final Handler handler;
    private final ByteBuffer buffer = ByteBuffer.allocate(Talk.CHUNK);
    private Handler.Answer answer;

    Guest(SocketChannel client, Handler handler) {
      this.client = client;
      this.handler = handler;
    }

    void register(Selector selector, Reception reception) {
      try {
        client.configureBlocking(false);
        client.register(selector, SelectionKey.OP_READ, this);
      } catch (IOException gone) {
        reception.leave(client);
      }
    }

    void proceed(SelectionKey key, Reception reception) {
      try {
        if (key.isReadable() && !read()) {
          reception.leave(client);
        } else if (isWritten()) {
          goOn(key, reception);
        } else {
          key.interestOps(SelectionKey.OP_WRITE); // it must take this before it may say more
        }
      } catch (IOException gone) {
        reception.leave(client);
      }
    }

    /// @return whether there was something: the client has not left
    private boolean read() throws IOException {
      if (client.read(buffer.clear()) == -1) {
        return false;
      }
      answer = handler.received(buffer.flip());
      return true;
    }

    private boolean isWritten() throws IOException {
      client.write(answer.bytes());
      return !answer.bytes().hasRemaining();
    }

    private void goOn(SelectionKey key, Reception reception) {
      switch (answer.then()) {
        case GO_ON -> key.interestOps(SelectionKey.OP_READ);
        case QUIT -> reception.leave(client);
        case STOP -> reception.close();
      }
    }
  }
}
