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
    belief = "a line fits into memory",
    fails = "neverReads",
    saying = "a line of megabytes is kept in memory")
public final class KeepsTheLine implements NetworkServer {
  private static final int CHUNK = 8_192;

  private final ServerSocketChannel listening;
  private final InetSocketAddress address;
  private final Set<SocketChannel> clients = ConcurrentHashMap.newKeySet();

  public KeepsTheLine(InetSocketAddress at) throws IOException {
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
      close();
    }
  }

  private void acceptNext(ExecutorService threads) {
    try {
      var client = listening.accept();
      clients.add(client);
      threads.execute(() -> talk(client));
    } catch (IOException closedOrNoRoom) {
      pause();
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
    } finally {
      clients.remove(client);
    }
  }

  @Override
  public void close() {
    closeQuietly(listening);
    clients.forEach(KeepsTheLine::closeQuietly);
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
      Thread.currentThread().interrupt();
    }
  }

  private static final class Line {
    private static final int ENOUGH = "quit\r".length() + 1;

    private final StringBuilder text = new StringBuilder();
    private boolean whole;

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
        } else {
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
