package _10_servers.traps.echoserver;

import _10_servers.NetworkServer;
import book.Trap;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.Channel;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

@Trap(
    belief = "a channel that is closed costs nothing",
    fails = "resets",
    saying = "40 clients have come and gone, and the memory has something left of each")
public final class KeepsTheDead implements NetworkServer {
  private static final int CHUNK = 8_192;

  private final ServerSocketChannel listening;
  private final InetSocketAddress address;
  private final Set<SocketChannel> clients = ConcurrentHashMap.newKeySet();

  public KeepsTheDead(InetSocketAddress at) throws IOException {
    Objects.requireNonNull(at);
    listening = ServerSocketChannel.open();
    try {
      listening.bind(at);
      address = (InetSocketAddress) listening.getLocalAddress();
    } catch (IOException | RuntimeException refused) {
      closeQuietly(listening);
      throw refused;
    }
  }

  @Override
  public InetSocketAddress address() {
    return address;
  }

  @Override
  public void serve() {
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      while (listening.isOpen()) {
        acceptNext(threads);
      }
      close(); // before the executor's close(), which waits for the threads
    }
  }

  private void acceptNext(ExecutorService threads) {
    try {
      var client = listening.accept();
      clients.add(client);
      threads.execute(() -> talk(client));
    } catch (IOException closedOrNoRoom) {
      pause(); // no room: too many open files, until somebody has left
    }
  }

  private void talk(SocketChannel client) {
    try (client) {
      var line = new Line();
      var buffer = ByteBuffer.allocate(CHUNK);
      while (listening.isOpen() && !line.isCommand() && client.read(buffer.clear()) != -1) {
        line.goOn(buffer.flip());
        while (buffer.hasRemaining()) {
          client.write(buffer);
        }
      }
      if (line.is("stop")) {
        close();
      }
    } catch (IOException gone) {
      // This client is; nobody else is concerned.
    }
  }

  @Override
  public void close() {
    closeQuietly(listening);
    clients.forEach(KeepsTheDead::closeQuietly);
  }

  private static void closeQuietly(Channel channel) {
    try {
      channel.close();
    } catch (IOException gone) {
      // Then there is nothing left to close.
    }
  }

  private static void pause() {
    try {
      Thread.sleep(10);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt(); // the next accept ends with it
    }
  }

  /// The line that a client is saying: as much of it as a command can have, and one byte more.
  private static final class Line {
    private static final int ENOUGH = "quit\r".length() + 1;

    private final StringBuilder text = new StringBuilder();
    private boolean whole;

    /// Reads on. If a command becomes whole, the chunk ends with it.
    void goOn(ByteBuffer chunk) {
      for (var at = 0; at < chunk.limit(); at++) {
        var one = (char) (chunk.get(at) & 0xff);
        if (one == '\n') {
          whole = true;
          if (isCommand()) {
            chunk.limit(at + 1);
            return;
          }
          whole = false;
          text.setLength(0);
        } else if (text.length() < ENOUGH) {
          text.append(one);
        }
      }
    }

    boolean isCommand() {
      return is("quit") || is("stop");
    }

    boolean is(String command) {
      return whole && (command.contentEquals(text) || (command + "\r").contentEquals(text));
    }
  }
}
