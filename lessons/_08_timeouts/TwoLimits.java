package _08_timeouts;

import java.io.IOException;
import java.net.ConnectException;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.SocketTimeoutException;
import java.util.ArrayList;
import java.util.List;

/// A client with two limits meets a server that never accepts. Which limit fires?
public final class TwoLimits {
  private static final int PING = '?';

  /// Milliseconds without an answer that mean the queue is full: Linux asks again after a second.
  private static final int NO_ROOM = 1_500;

  private TwoLimits() {}

  /// Asks a question and waits for the first byte of the answer.
  ///
  /// @param client not connected yet; closed when this is over
  /// @param limit milliseconds, for `connect()` and again for `read()`
  /// @throws SocketTimeoutException when either limit fires
  /// @throws ConnectException when the other kernel refuses
  public static int ask(Socket client, SocketAddress server, int limit) throws IOException {
    try (client) {
      client.connect(server, limit);
      client.setSoTimeout(limit);
      client.getOutputStream().write(PING);
      return client.getInputStream().read();
    }
  }

  /// Takes all the places in a server's queue.
  ///
  /// @return the sockets to close in the end
  public static List<Socket> fillQueue(SocketAddress server) throws IOException {
    var waiting = new ArrayList<Socket>();
    try {
      while (true) {
        var client = new Socket();
        waiting.add(client);
        client.connect(server, NO_ROOM);
      }
    } catch (SocketTimeoutException | ConnectException full) {
      return waiting;
    }
  }
}
