package _10_servers.alternatives.echoserver;

import _10_servers.NetworkServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.Channel;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.Executors;

/// Threads of a pool that grows, and is used again. A monitor guards what is open, so nobody can be
/// let in behind the back of the thread that closes. The last seven bytes fit into a number.
public final class CachedThreads implements NetworkServer {
  private final ServerSocketChannel listening;
  private final InetSocketAddress address;
  private final Set<Channel> open = new HashSet<>(); // guarded by this
  private boolean stopped; // guarded by this

  public CachedThreads(InetSocketAddress at) throws IOException {
    if (at == null) {
      throw new NullPointerException("no address");
    }
    var channel = ServerSocketChannel.open();
    try {
      address = (InetSocketAddress) channel.bind(at, 1_000).getLocalAddress();
    } catch (IOException | RuntimeException refused) {
      channel.close();
      throw refused;
    }
    listening = channel;
    open.add(channel);
  }

  @Override
  public InetSocketAddress address() {
    return address;
  }

  @Override
  public void serve() {
    var threads = Executors.newCachedThreadPool();
    try {
      while (true) {
        var client = accept();
        if (client != null && letIn(client)) {
          threads.execute(() -> talk(client));
        }
      }
    } catch (ClosedChannelException stopping) {
      close();
    } finally {
      threads.shutdown();
      threads.close();
    }
  }

  private SocketChannel accept() throws ClosedChannelException {
    try {
      return listening.accept();
    } catch (ClosedChannelException closed) {
      throw closed;
    } catch (IOException noRoom) {
      return null;
    }
  }

  private synchronized boolean letIn(SocketChannel client) {
    if (stopped) {
      closeQuietly(client);
      return false;
    }
    return open.add(client);
  }

  private void talk(SocketChannel client) {
    var isStop = false;
    try {
      var chunk = ByteBuffer.allocate(4_096);
      var last = (long) '\n';
      for (var goesOn = true; goesOn && client.read(chunk.clear()) >= 0; ) {
        chunk.flip();
        for (var at = 0; at < chunk.limit() && goesOn; at++) {
          last = last << 8 | chunk.get(at) & 0xff;
          isStop = isLine(last, "stop");
          goesOn = !isStop && !isLine(last, "quit");
          chunk.limit(goesOn ? chunk.limit() : at + 1);
        }
        while (chunk.hasRemaining()) {
          client.write(chunk);
        }
      }
    } catch (IOException gone) {
      // Nobody else is concerned.
    } finally {
      end(client);
    }
    if (isStop) {
      close();
    }
  }

  /// Whether the last bytes, the newest on the right, are this line and the end of the one before.
  private static boolean isLine(long last, String word) {
    return ends(last, "\n" + word + "\n") || ends(last, "\n" + word + "\r\n");
  }

  private static boolean ends(long last, String text) {
    for (var at = text.length() - 1; at >= 0; at--, last >>>= 8) {
      if ((last & 0xff) != text.charAt(at)) {
        return false;
      }
    }
    return true;
  }

  private synchronized void end(SocketChannel client) {
    open.remove(client);
    closeQuietly(client);
  }

  @Override
  public synchronized void close() {
    stopped = true;
    open.forEach(CachedThreads::closeQuietly);
    open.clear();
  }

  private static void closeQuietly(Channel channel) {
    try {
      channel.close();
    } catch (IOException gone) {
      // Then it is closed.
    }
  }
}
