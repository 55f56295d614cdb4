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

@Trap(belief = "a buffer for one byte will do", fails = "neverReads", saying = "goes byte by byte")
public final class OneByteAtATime implements NetworkServer {
  private final ServerSocketChannel listening;
  private final InetSocketAddress address;
  private final Set<SocketChannel> clients = ConcurrentHashMap.newKeySet();

  public OneByteAtATime(InetSocketAddress at) throws IOException {
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
    } catch (IOException closed) {
      // The loop looks.
    }
  }

  private void talk(SocketChannel client) {
    try (client) {
      var line = new StringBuilder();
      var one = ByteBuffer.allocate(1);
      while (listening.isOpen() && client.read(one.clear()) != -1) {
        client.write(one.flip());
        var next = (char) (one.get(0) & 0xff);
        if (next == '\n') {
          var said = line.toString();
          if (said.endsWith("\r")) {
            said = said.substring(0, said.length() - 1);
          }
          if (said.equals("stop")) {
            close();
          }
          if (said.equals("quit") || said.equals("stop")) {
            return;
          }
          line.setLength(0);
        } else if (line.length() < 6) {
          line.append(next);
        }
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
    clients.forEach(OneByteAtATime::closeQuietly);
  }

  private static void closeQuietly(Channel channel) {
    try {
      channel.close();
    } catch (IOException gone) {
      // Then there is nothing left to close.
    }
  }
}
