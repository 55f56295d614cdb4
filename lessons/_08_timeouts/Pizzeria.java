package _08_timeouts;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/// A server on this machine. It answers each connection at once, ends its side, and keeps what it
/// hears. Once the last answer has come, nobody listens any more.
public final class Pizzeria implements AutoCloseable {
  private final ExecutorService thread =
      Executors.newSingleThreadExecutor(Thread.ofPlatform().name("pizzeria").factory());

  private final PretendNetwork clients = new PretendNetwork().ofThisMachine();
  private final Queue<Socket> connections = new ConcurrentLinkedQueue<>();
  private final ServerSocket listening;
  private final InetSocketAddress address;

  /// @param answers what the first connection gets, and so on
  public Pizzeria(String... answers) throws IOException {
    listening = new ServerSocket(0, answers.length, InetAddress.getLoopbackAddress());
    address = (InetSocketAddress) listening.getLocalSocketAddress();
    thread.execute(() -> answer(answers));
  }

  private void answer(String... answers) {
    try {
      for (var next = 0; next < answers.length; next++) {
        var connection = listening.accept();
        connections.add(connection);
        if (next == answers.length - 1) {
          listening.close();
        }
        connection.getOutputStream().write(answers[next].getBytes(UTF_8));
        connection.shutdownOutput();
      }
    } catch (SocketException closed) {
      // The test is over.
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Makes the sockets of its clients.
  public PretendNetwork clients() {
    return clients;
  }

  public InetSocketAddress address() {
    return address;
  }

  /// What came on the oldest connection, which must have been closed by its client.
  public String heardByTheEnd() {
    if (clients.open() > 0) {
      throw new AssertionError(
          "sockets that ask had done with and did not close: " + clients.open());
    }
    try (var connection = connections.remove()) {
      return new String(connection.getInputStream().readAllBytes(), UTF_8); // the end is coming
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() throws IOException {
    listening.close();
    thread.close();
    for (var connection : connections) {
      connection.close();
    }
  }
}
