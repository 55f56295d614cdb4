package _10_servers;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.channels.Channel;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/// The front door of a server: the port it listens on, and the clients who are in. It listens from
/// the moment it is open. Every thread may call it.
final class Reception implements AutoCloseable {
  /// How many connections the kernel keeps for [#accept], if it keeps so many.
  private static final int BACKLOG = 4_096;

  private static final long PAUSE_MS = 20;

  private final ServerSocketChannel door;
  private final InetSocketAddress address;
  private final Set<SocketChannel> clients = ConcurrentHashMap.newKeySet();
  private volatile Runnable whenClosed = () -> {};

  private Reception(ServerSocketChannel door) throws IOException {
    this.door = door;
    this.address = (InetSocketAddress) door.getLocalAddress();
  }

  /// @param at port 0 means one that the kernel picks
  /// @throws IOException when the port cannot be had
  static Reception at(InetSocketAddress at) throws IOException {
    var door = ServerSocketChannel.open();
    try {
      return new Reception(door.bind(at, BACKLOG));
    } catch (IOException | RuntimeException refused) {
      door.close();
      throw refused;
    }
  }

  InetSocketAddress address() {
    return address;
  }

  /// Lets the next client in. Blocks until there is one.
  ///
  /// @throws ClosedChannelException when the reception is closed, before or meanwhile
  SocketChannel accept() throws IOException {
    while (true) {
      try {
        return admit(door.accept());
      } catch (ClosedChannelException closed) {
        throw closed;
      } catch (IOException noRoom) {
        pause(); // for example too many open files: until somebody has left
      }
    }
  }

  /// From now on the selector tells when somebody waits at the door, and nobody may block there.
  void register(Selector selector) throws IOException {
    door.configureBlocking(false);
    door.register(selector, SelectionKey.OP_ACCEPT);
  }

  /// Lets everybody in who waits at the door, one after the other. Waits for nobody.
  void acceptWaiting(Consumer<SocketChannel> welcome) {
    try {
      for (SocketChannel client; (client = door.accept()) != null; ) {
        welcome.accept(admit(client));
      }
    } catch (IOException noRoomOrClosed) {
      if (door.isOpen()) {
        pause();
      }
    }
  }

  private SocketChannel admit(SocketChannel client) {
    clients.add(client);
    if (!door.isOpen()) {
      leave(client); // it came in while the reception was being closed
    }
    try {
      client.setOption(StandardSocketOptions.TCP_NODELAY, true); // an answer never waits for more
    } catch (IOException gone) {
      // It has left already: reading from it will say so.
    }
    return client;
  }

  private static void pause() {
    try {
      Thread.sleep(PAUSE_MS);
    } catch (InterruptedException leaving) {
      Thread.currentThread().interrupt(); // waiting at the door again ends with this
    }
  }

  /// Shows a client out. Does nothing when it is gone already.
  void leave(SocketChannel client) {
    clients.remove(client);
    close(client);
  }

  /// @param action is called once the door is shut, by the thread that shut it
  void whenClosed(Runnable action) {
    whenClosed = action;
  }

  /// @throws ClosedChannelException when the reception is closed
  void checkOpen() throws ClosedChannelException {
    if (!door.isOpen()) {
      throw new ClosedChannelException();
    }
  }

  /// Shuts the door and shows everybody out: whoever waits at the door or for a client gets an
  /// exception. Returns at once; does nothing the second time.
  @Override
  public void close() {
    close(door);
    List.copyOf(clients).forEach(this::leave);
    whenClosed.run();
  }

  private static void close(Channel channel) {
    try {
      channel.close();
    } catch (IOException gone) {
      // Then there is nothing left to close.
    }
  }
}
