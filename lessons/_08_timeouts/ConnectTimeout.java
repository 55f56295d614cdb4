package _08_timeouts;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.util.ArrayList;
import java.util.List;
import workbook.Chart;
import workbook.Experiment;
import workbook.MessageEvent.Act;
import workbook.Outcome.Expectation;
import workbook.Parameter;
import workbook.Parameters;
import workbook.Question;
import workbook.Recorder;

/// # Which limit fires?
///
/// A server listens and never accepts. The client has a limit for `connect()` and one for `read()`.
public final class ConnectTimeout implements Experiment {
  private static final String CONNECT = "the limit of connect()";
  private static final String READ = "the limit of read()";
  private static final String REFUSED = "none: refused";
  private static final String DEPENDS = "it depends on the server's queue";
  private static final String TIME = "time until it fired";

  @Override
  public String id() {
    return "connect-timeout";
  }

  @Override
  public String title() {
    return "Which limit fires?";
  }

  @Override
  public Question question() {
    return new Question.Choice(
        """
        A server listens, and never accepts. A client sets a limit for connect() and one for \
        read(). Which of the two fires?\
        """,
        CONNECT,
        READ,
        DEPENDS);
  }

  @Override
  public List<Parameter> parameters() {
    return List.of(new Parameter.Count("limit", 100, 20, 900, "ms for connect() and for read()"));
  }

  @Override
  public List<Chart> charts() {
    return List.of(
        new Chart.Conversation("Room in the queue", "client", "idle server"),
        new Chart.Conversation("No room in the queue", "late client", "full server"),
        new Chart.Bars("How long each client waited", TIME, false));
  }

  @Override
  public void run(Parameters with, Recorder record) throws Exception {
    var limit = with.count("limit");
    try (var idle = listen()) {
      claimFires(READ, "client", "idle server", idle, limit, record);
    }
    var waiting = new ArrayList<Socket>();
    try (var full = listen()) {
      fill(full, limit, waiting);
      record.turn("full server", "has no room for more");
      claimFires(CONNECT, "late client", "full server", full, limit, record);
    } finally {
      for (var client : waiting) {
        client.close();
      }
    }
    record.answer(DEPENDS);
  }

  private static ServerSocket listen() throws IOException {
    return new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
  }

  /// Connects until somebody is not connected any more.
  private static void fill(ServerSocket server, int limit, List<Socket> waiting)
      throws IOException {
    while (waiting.size() < 10) {
      var client = new Socket();
      waiting.add(client);
      try {
        client.connect(server.getLocalSocketAddress(), limit);
      } catch (SocketTimeoutException | ConnectException full) {
        return;
      }
    }
  }

  private static void claimFires(
      String expected, String name, String peer, ServerSocket to, int limit, Recorder record)
      throws IOException {
    var watch = Stopwatch.start();
    var connectLimit = expected.equals(CONNECT) ? limit : Pair.GENEROUS;
    var fired = ask(name, peer, to, connectLimit, limit, record);
    var waited = watch.millis();
    record.turn(name, "gives up: " + fired);
    record.sample(TIME, "ms", fired, waited);
    record.outcome(fired, Expectation.ACCEPTABLE, 1, "to the " + peer);
    if (fired.equals(REFUSED)) {
      record.note("This system refuses when the queue is full. Linux is silent.");
    } else {
      record.claim(
          "To the %s: %s fires, and not before its time, to the millisecond."
              .formatted(peer, expected),
          fired.equals(expected) && waited > limit - 1,
          "%s, after %.1f ms of %d".formatted(fired, waited, limit));
    }
  }

  /// Sends `ping` and waits for an answer that does not come.
  ///
  /// @return which limit fired
  private static String ask(
      String name, String peer, ServerSocket to, int connectLimit, int readLimit, Recorder record)
      throws IOException {
    try (var client = new Socket()) {
      record.turn(name, Act.CONNECTS, peer);
      try {
        client.connect(to.getLocalSocketAddress(), connectLimit);
      } catch (SocketTimeoutException silence) {
        return CONNECT;
      } catch (ConnectException refused) {
        return REFUSED;
      }
      client.setSoTimeout(readLimit);
      var ping = Pair.bytes("ping");
      record.turn(name, Act.WRITES, peer, ping);
      client.getOutputStream().write(ping);
      try {
        return "none: read " + client.getInputStream().read();
      } catch (SocketTimeoutException silence) {
        return READ;
      }
    }
  }

  @Override
  public String explanation() {
    return """
    There are two waits, and each has its own limit.

    - **connect()** waits for the other *kernel*. It answers without asking its program, as long as
      there is room in the queue for `accept()`. No answer: the machine is off, a firewall drops what
      we send, or the queue is full.
    - **read()** waits for the other *program*. No answer: it is busy, it hangs, or it never accepted
      us. A program that hangs has a kernel that is well, so this is the common case.

    Both throw a `SocketTimeoutException` with a different message. Without limits, Linux ends a
    connect after about two minutes, and a read never. A limit for connect alone protects you from
    the rare case.

    (Java counts the limit of connect in whole milliseconds on the wall clock, so it may fire a part
    of one too early. The limit of read is counted in nanoseconds, and never does.)

    After a connect that timed out the socket is closed. To try again, take a new one.
    """;
  }
}
