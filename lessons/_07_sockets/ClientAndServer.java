package _07_sockets;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import workbook.Chart;
import workbook.Experiment;
import workbook.MessageEvent.Act;
import workbook.Parameters;
import workbook.Question;
import workbook.Recorder;

/// # A client and a server
///
/// The server listens. The client connects, writes `ping` and closes. Only then does the server
/// accept.
public final class ClientAndServer implements Experiment {
  private static final String AT_ONCE = "it returns: the kernel answers for the server";
  private static final int LIMIT = (int) Side.LIMIT.toMillis();

  @Override
  public String id() {
    return "client-and-server";
  }

  @Override
  public String title() {
    return "A client and a server";
  }

  @Override
  public Question question() {
    return new Question.Choice(
        """
        The server listens, but has not called accept(). The client calls connect(). What happens?\
        """,
        "it waits until the server accepts",
        AT_ONCE,
        "it is refused: nobody accepts");
  }

  @Override
  public List<Chart> charts() {
    return List.of(
        new Chart.Conversation("The client has gone before it is accepted", "client", "server"));
  }

  @Override
  public void run(Parameters with, Recorder record) throws Exception {
    var clientIsGone = new CountDownLatch(1);
    try (var listening = new ServerSocket()) {
      listening.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0)); // and listens
      listening.setSoTimeout(LIMIT);
      record.turn("server", "listens");
      record.fact("the server's address", listening.getLocalSocketAddress().toString());

      var server = new FutureTask<>(() -> serve(listening, clientIsGone, record));
      Thread.startVirtualThread(server);
      client(listening.getLocalSocketAddress(), record);
      var notYet = clientIsGone.getCount() == 1; // the server still waits for us
      clientIsGone.countDown();
      var received = server.get(LIMIT, TimeUnit.MILLISECONDS);

      record.claim(
          "The client connected, wrote and closed before the server called accept().",
          notYet,
          "the server waited for that");
      record.claim(
          "What it wrote was kept for the server.", received.equals("ping"), "read " + received);
    }
    record.answer(AT_ONCE);
  }

  private static void client(SocketAddress server, Recorder record) throws IOException {
    try (var socket = new Socket()) {
      record.turn("client", Act.CONNECTS, "server");
      socket.connect(server, LIMIT);
      record.fact("the client's address", socket.getLocalSocketAddress().toString());
      var ping = "ping".getBytes(StandardCharsets.UTF_8);
      record.turn("client", Act.WRITES, "server", ping);
      socket.getOutputStream().write(ping);
      record.turn("client", Act.ENDS, "server");
    }
  }

  /// Accepts one client and reads until its bytes end.
  private static String serve(ServerSocket listening, CountDownLatch mayAccept, Recorder record)
      throws IOException, InterruptedException {
    mayAccept.await();
    var received = new StringBuilder();
    try (var connection = listening.accept()) {
      record.turn("server", Act.ACCEPTS, "client");
      connection.setSoTimeout(LIMIT);
      var buffer = new byte[1024];
      int length;
      while ((length = connection.getInputStream().read(buffer)) != -1) {
        record.turn("server", Act.READS, "client", Arrays.copyOf(buffer, length));
        received.append(new String(buffer, 0, length, StandardCharsets.UTF_8));
      }
      record.turn("server", Act.SEES_END, "client");
    }
    return received.toString();
  }

  @Override
  public String explanation() {
    return """
    A server takes three steps: it **binds** to an address and a port, it **listens**, and it
    **accepts** one client after the other. `ServerSocket` does the first two at once.

    From the moment it listens, the kernel answers for it. It completes the connection, keeps it in
    a queue and stores the bytes that arrive. `accept()` takes the oldest connection out of that
    queue. So the client knows that the server's machine heard it, and nothing about the program.

    Each accepted connection is a socket of its own; the listening one goes on listening. Reading
    ends with `-1` (in Python, an empty `recv`). That says that the client has closed, and that
    every byte it wrote has been read.
    """;
  }
}
