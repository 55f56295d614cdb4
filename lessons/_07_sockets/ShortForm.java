package _07_sockets;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.List;
import workbook.Chart;
import workbook.Experiment;
import workbook.Parameter;
import workbook.Parameters;
import workbook.Question;
import workbook.Recorder;

/// # Shorter, and always closed
///
/// A client in three lines and in one. Then an exception comes before the line that closes.
public final class ShortForm implements Experiment {
  private static final String WAITS = "it waits on: nobody closed";

  @Override
  public String id() {
    return "short-form";
  }

  @Override
  public String title() {
    return "Shorter, and always closed";
  }

  @Override
  public Question question() {
    return new Question.Choice(
        """
        A client writes, and an exception passes the line with close(). The server reads on. What \
        does it see?\
        """,
        "the end, as after close()",
        WAITS,
        "an exception: the connection broke");
  }

  @Override
  public List<Parameter> parameters() {
    return List.of(
        new Parameter.Count("patience", 200, 1, 5_000, "ms until the server gives up reading"));
  }

  @Override
  public List<Chart> charts() {
    return List.of(
        new Chart.Conversation("close() on the last line", "careless client", "patient server"),
        new Chart.Conversation("try-with-resources", "tidy client", "server"));
  }

  @Override
  public void run(Parameters with, Recorder record) throws Exception {
    var patience = Duration.ofMillis(with.count("patience"));
    try (var listening = Side.listen()) {
      inThreeLines(listening, record);
      inOneLine(listening, record);

      try (var forgotten = careless(listening, record)) { // until the point is made
        var end = seesEnd("patient server", "careless client", listening, patience, record);
        record.claim(
            "Closed on the last line: the exception passes it, and the server waits on.",
            !end && !forgotten.socket().isClosed(),
            "the server gave up after " + patience.toMillis() + " ms");
      }
      tidy(listening, record);
      record.claim(
          "Closed by try-with-resources: the server sees the end.",
          seesEnd("server", "tidy client", listening, Side.LIMIT, record),
          "its read returned -1");
    }
    record.answer(WAITS);
  }

  private static void inThreeLines(ServerSocket listening, Recorder record) throws IOException {
    try (var socket = new Socket()) {
      socket.bind(new InetSocketAddress(listening.getInetAddress(), 0)); // 0: any free port
      socket.connect(listening.getLocalSocketAddress());
      claimConnected("create, bind, connect", socket, listening, record);
    }
  }

  private static void inOneLine(ServerSocket listening, Recorder record) throws IOException {
    try (var socket = new Socket(listening.getInetAddress(), listening.getLocalPort())) {
      claimConnected("new Socket(address, port)", socket, listening, record);
    }
  }

  private static void claimConnected(
      String how, Socket socket, ServerSocket listening, Recorder record) throws IOException {
    try (var accepted = listening.accept()) {
      record.claim(
          how + ": the client has a port of its own and is connected.",
          socket.isConnected() && socket.getLocalPort() == accepted.getPort(),
          "from port %d to port %d".formatted(socket.getLocalPort(), socket.getPort()));
    }
  }

  /// @return the side that nobody closed
  private static Side careless(ServerSocket listening, Recorder record) throws IOException {
    var client = Side.connect("careless client", "patient server", listening, record);
    try {
      work(client);
      client.close();
    } catch (IllegalStateException e) {
      record.turn("careless client", "fails: " + e.getMessage());
    }
    return client;
  }

  private static void tidy(ServerSocket listening, Recorder record) throws IOException {
    try (var client = Side.connect("tidy client", "server", listening, record)) {
      work(client);
    } catch (IllegalStateException e) {
      record.turn("tidy client", "fails: " + e.getMessage());
    }
  }

  private static void work(Side client) throws IOException {
    client.write("ping");
    throw new IllegalStateException("out of paper");
  }

  private static boolean seesEnd(
      String name, String peer, ServerSocket listening, Duration patience, Recorder record)
      throws IOException {
    try (var server = Side.accept(name, peer, listening, record).withLimit(patience)) {
      while (!server.read(1024).isEmpty()) {
        // Only the end is of interest.
      }
      return true;
    } catch (SocketTimeoutException stillOpen) {
      return false;
    }
  }

  @Override
  public String explanation() {
    return """
    `new Socket(address, port)` creates a socket, binds it to a free port and connects. Python has
    `create_connection` for it. Nobody binds a client by hand without a reason.

    An open socket is open on both machines. When the line that closes is passed by, nothing tells
    the server: its thread, its socket and its buffer stay as long as the client's process lives.
    (Java closes a socket that nobody can reach any more when its garbage is collected. Nobody knows
    when that will be.)

    **try-with-resources** closes on every way out, in the opposite order of opening. Python's `with`
    does the same. It is for the listening socket, too, and for each accepted one.
    """;
  }
}
