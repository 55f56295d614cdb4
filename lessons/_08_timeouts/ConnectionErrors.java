package _08_timeouts;

import java.io.IOException;
import java.net.Socket;
import java.net.SocketAddress;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/// The other side is not there, has closed, or has broken off. How do we hear of it?
public final class ConnectionErrors {
  private static final int LIMIT = 30_000;
  private static final int PING = '?';

  private ConnectionErrors() {}

  /// @param nobody an address where nobody listens
  public static boolean connect(Socket client, SocketAddress nobody) throws IOException {
    client.connect(nobody, LIMIT);
    return client.isConnected();
  }

  /// The server closes, in good order.
  public static int readAfterClose(Socket client, Socket server) throws IOException {
    server.close();
    return client.getInputStream().read();
  }

  /// The server closes, and the client writes all the same, again and again.
  ///
  /// @param most how often, at most
  /// @param succeeded counts the writes that return
  public static void writeAfterClose(
      Socket client, Socket server, int most, AtomicInteger succeeded)
      throws IOException, InterruptedException {
    server.close();
    for (var write = 0; write < most; write++) {
      client.getOutputStream().write(PING);
      succeeded.incrementAndGet();
      TimeUnit.MILLISECONDS.sleep(10);
    }
  }

  /// The server breaks off: no orderly end, and nothing that waits is sent any more.
  public static int readAfterReset(Socket client, Socket server) throws IOException {
    server.setSoLinger(true, 0);
    server.close();
    return client.getInputStream().read();
  }
}
