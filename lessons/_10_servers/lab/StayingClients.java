package _10_servers.lab;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import workbook.Recorder;

/// Clients that connect, say hello and stay.
final class StayingClients implements AutoCloseable {
  private static final int LIMIT_MS = 60_000; // reached only when something is wrong

  final List<Socket> sockets = new ArrayList<>();

  /// Stops where the kernel keeps no more connections for the server.
  StayingClients(int wanted, InetSocketAddress server, Recorder record) throws IOException {
    try {
      while (sockets.size() < wanted) {
        var client = new Socket();
        sockets.add(client);
        client.connect(server, LIMIT_MS);
        client.setSoTimeout(LIMIT_MS);
        client.getOutputStream().write(hello(sockets.size()));
      }
    } catch (SocketTimeoutException queueIsFull) {
      sockets.removeLast().close();
      record.note("This system lets no more than %,d clients connect.".formatted(sockets.size()));
    } catch (IOException | RuntimeException failure) {
      close();
      throw failure;
    }
  }

  private static byte[] hello(int client) {
    return ("hello " + client).getBytes(StandardCharsets.UTF_8);
  }

  /// How many have an answer that they can read.
  int answered() {
    return (int) sockets.stream().filter(StayingClients::isAnswered).count();
  }

  private static boolean isAnswered(Socket client) {
    try {
      return client.getInputStream().available() > 0;
    } catch (IOException gone) {
      return false;
    }
  }

  /// Each in turn takes its answer and quits. Who was not served before is served now.
  ///
  /// @return how many got the answer that was right
  int leaveOneByOne() throws IOException {
    var right = 0;
    for (var n = 1; n <= sockets.size(); n++) {
      try (var client = sockets.get(n - 1)) {
        var answer = client.getInputStream().readNBytes(hello(n).length);
        client.getOutputStream().write("quit\r\n".getBytes(StandardCharsets.UTF_8));
        var ended = client.getInputStream().read() == -1;
        right += ended && Arrays.equals(answer, hello(n)) ? 1 : 0;
      }
    }
    return right;
  }

  @Override
  public void close() throws IOException {
    for (var client : sockets) {
      client.close();
    }
  }
}
