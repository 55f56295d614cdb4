package _12_async;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.SelectionKey;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.time.Duration;

/// A listening socket on a loop: each client gets a coroutine of its own.
public final class TcpServer implements AutoCloseable {
  private static final int BACKLOG = 4_096;
  private static final Duration PAUSE = Duration.ofMillis(20);

  /// What is said to a client, from top to bottom. The server closes the stream afterwards.
  public interface Conversation {
    void with(TcpStream client) throws Exception;
  }

  private final Loop loop;
  private final ServerSocketChannel socket = ServerSocketChannel.open();
  private final Conversation conversation;

  /// Listens from now on, and accepts while the loop runs.
  ///
  /// @param at port 0 means one that the kernel picks
  /// @throws IOException when the port cannot be had, for example because it is in use
  public TcpServer(Loop loop, InetSocketAddress at, Conversation conversation) throws IOException {
    this.loop = loop;
    this.conversation = conversation;
    try {
      socket.bind(at, BACKLOG).configureBlocking(false);
      loop.createTask("accept", this::accept);
    } catch (IOException | RuntimeException refused) {
      socket.close();
      throw refused;
    }
  }

  public InetSocketAddress address() throws IOException {
    return (InetSocketAddress) socket.getLocalAddress();
  }

  private Void accept() throws Exception {
    while (socket.isOpen()) {
      try {
        loop.ready(socket, SelectionKey.OP_ACCEPT).await();
        for (var client = socket.accept(); client != null; client = socket.accept()) {
          start(client);
        }
      } catch (ClosedChannelException closed) {
        break;
      } catch (IOException noRoom) {
        loop.sleep(PAUSE).await(); // too many open files, perhaps: until somebody has left
      }
    }
    return null;
  }

  private void start(SocketChannel client) throws IOException {
    var stream = new TcpStream(loop, client);
    loop.createTask(
        "client " + client.getRemoteAddress(),
        () -> {
          try (stream) {
            conversation.with(stream);
          } catch (IOException gone) {
            // The client is; the others stay.
          }
          return null;
        });
  }

  /// Accepts nobody any more. Conversations go on.
  @Override
  public void close() throws IOException {
    loop.close(socket);
  }
}
