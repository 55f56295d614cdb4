package _10_servers.alternatives.echoserver;

import _10_servers.NetworkServer;
import java.io.Closeable;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/// A thread of the operating system for each client, with sockets and streams. One more thread
/// accepts: the thread in `serve` only waits, because an interrupt does not end `accept`.
public final class PlatformThreads implements NetworkServer {
  private final ServerSocket listening = new ServerSocket();
  private final InetSocketAddress address;
  private final CountDownLatch stopped = new CountDownLatch(1);
  private final Set<Socket> clients = ConcurrentHashMap.newKeySet();

  public PlatformThreads(InetSocketAddress at) throws IOException {
    try {
      if (at == null) {
        throw new NullPointerException("no address");
      }
      listening.bind(at, 1_000);
      address = (InetSocketAddress) listening.getLocalSocketAddress();
    } catch (IOException | RuntimeException refused) {
      listening.close();
      throw refused;
    }
  }

  @Override
  public InetSocketAddress address() {
    return address;
  }

  @Override
  public void serve() {
    var accepting = new FutureTask<Void>(this::acceptAll, null);
    Thread.ofPlatform().name("accept").start(accepting);
    var interrupted = false;
    while (!accepting.isDone()) { // as long as it is in accept(), the port isn't free
      try {
        stopped.await();
        accepting.get();
      } catch (InterruptedException stop) {
        interrupted = true;
        close();
      } catch (ExecutionException impossible) {
        throw new IllegalStateException(impossible);
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private void acceptAll() {
    while (!listening.isClosed()) {
      try {
        var client = listening.accept();
        clients.add(client);
        Thread.ofPlatform().name("client").start(() -> talk(client));
      } catch (IOException closedOrNoRoom) {
        Thread.yield();
      }
    }
  }

  private void talk(Socket client) {
    var command = "";
    try (client) {
      var chunk = new byte[4_096];
      var line = new StringBuilder();
      for (int length;
          command.isEmpty()
              && !listening.isClosed()
              && (length = client.getInputStream().read(chunk)) > 0; ) {
        var end = 0;
        while (end < length && command.isEmpty()) {
          command = commandAfter(line, chunk[end++]);
        }
        client.getOutputStream().write(chunk, 0, end);
      }
    } catch (IOException gone) {
      // Nobody else is concerned.
    } finally {
      clients.remove(client);
    }
    if (command.equals("stop")) {
      close();
    }
  }

  /// The command that has become whole with this byte, or an empty text.
  private static String commandAfter(StringBuilder line, byte next) {
    if (next != '\n') {
      if (line.length() < 6) {
        line.append((char) (next & 0xff));
      }
      return "";
    }
    var text = line.toString();
    line.setLength(0);
    return switch (text) {
      case "quit", "quit\r" -> "quit";
      case "stop", "stop\r" -> "stop";
      default -> "";
    };
  }

  @Override
  public void close() {
    closeQuietly(listening);
    clients.forEach(PlatformThreads::closeQuietly);
    stopped.countDown();
  }

  private static void closeQuietly(Closeable one) {
    try {
      one.close();
    } catch (IOException gone) {
      // Then it is closed.
    }
  }
}
