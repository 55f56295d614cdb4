package _07_sockets;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.util.ArrayList;
import java.util.List;
import workbook.Chart;
import workbook.Experiment;
import workbook.Outcome.Expectation;
import workbook.Parameter;
import workbook.Parameters;
import workbook.Question;
import workbook.Recorder;
import workbook.RunPlan;

/// # Nobody accepts
///
/// A server listens and is busy with something else. Clients connect, one after the other.
public final class BacklogFull implements Experiment {
  private static final String TIME = "time until connect() was over";

  @Override
  public String id() {
    return "backlog-full";
  }

  @Override
  public String title() {
    return "Nobody accepts";
  }

  @Override
  public Question question() {
    return new Question.Number(
        """
        A server listens with a backlog of 3 (or what you choose) and never calls accept(). How \
        many clients are connected before one is not?\
        """,
        "clients");
  }

  @Override
  public List<Parameter> parameters() {
    return List.of(
        new Parameter.Count("backlog", 3, 1, 20, "connections kept for accept()"),
        new Parameter.Count("patience", 200, 100, 900, "ms until a client gives up"));
  }

  /// Once for practice: the first connection of a JVM waits for classes to be loaded.
  @Override
  public RunPlan plan() {
    return RunPlan.timed(1, 1);
  }

  @Override
  public List<Chart> charts() {
    return List.of(
        new Chart.Bars("Connected at once, or never", TIME, true),
        new Chart.Outcomes("How connect() ends"));
  }

  @Override
  public void run(Parameters with, Recorder record) throws Exception {
    var backlog = with.count("backlog");
    var patience = with.count("patience");
    var connected = new ArrayList<Socket>();
    try (var busy = new ServerSocket(0, backlog, InetAddress.getLoopbackAddress())) {
      while (connected.size() <= 2 * backlog
          && connect(next(connected), busy, patience, connected, record)) {
        record.progress(connected.size(), backlog + 1);
      }
      claimBacklog(backlog, connected.size(), record);
      record.answer("" + connected.size());

      var limit = (int) Side.LIMIT.toMillis();
      busy.setSoTimeout(limit);
      busy.accept().close();
      record.claim(
          "One call of accept() makes room for one client.",
          connect("after accept()", busy, limit, connected, record),
          "it is connected");
    } finally {
      for (var client : connected) {
        client.close();
      }
    }
    record.claim(
        "Where nobody listens, the answer comes at once: refused.",
        isRefused(record),
        "ConnectException");
  }

  private static void claimBacklog(int backlog, int connected, Recorder record) {
    record.claim(
        "Clients are connected though nobody has accepted them.",
        connected > 0,
        connected + " clients");
    if (System.getProperty("os.name").equals("Linux")) {
      record.claim(
          "Linux keeps one connection more than the backlog says.",
          connected == backlog + 1,
          "backlog %d, connected %d".formatted(backlog, connected));
    } else {
      record.note("How many clients wait for accept() beyond the backlog, each system decides.");
    }
  }

  private static String next(List<Socket> connected) {
    return "client " + (connected.size() + 1);
  }

  private static boolean connect(
      String client, ServerSocket to, int patience, List<Socket> connected, Recorder record)
      throws IOException {
    var socket = new Socket();
    var start = System.nanoTime();
    try {
      socket.connect(to.getLocalSocketAddress(), patience);
      connected.add(socket);
      record.outcome("connected", Expectation.ACCEPTABLE, 1, "the kernel answered");
      return true;
    } catch (SocketTimeoutException silence) {
      record.outcome("timed out", Expectation.INTERESTING, 1, "the queue is full: silence");
    } catch (ConnectException refused) {
      record.outcome("turned away", Expectation.INTERESTING, 1, "the queue is full: refused");
    } finally {
      record.sample(TIME, "ms", client, (System.nanoTime() - start) / 1e6);
    }
    socket.close();
    return false;
  }

  /// Connects to a port that is taken, so that nobody else can listen there, but not listened on.
  private static boolean isRefused(Recorder record) throws IOException {
    try (var silent = new Socket();
        var client = new Socket()) {
      silent.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
      client.connect(silent.getLocalSocketAddress(), (int) Side.LIMIT.toMillis());
      return false;
    } catch (ConnectException refused) {
      record.outcome("refused", Expectation.ACCEPTABLE, 1, "nobody listens there");
      return true;
    }
  }

  @Override
  public String explanation() {
    return """
    The kernel connects clients without asking the program, and keeps them in a queue for
    `accept()`. The **backlog** is the length of that queue, more or less: Linux takes one more, and
    never more than `/proc/sys/net/core/somaxconn`.

    When the queue is full, Linux drops the client's knock without a word. The client knocks again
    after 1 s, 3 s, 7 s, in case the server is only slow. Without a limit of its own it waits for
    about two minutes. Other systems refuse at once.

    So a client sees three answers. **Connected** says that the kernel is there, not that the program
    is. **Refused** says that the machine is there and that nobody listens. **Silence** says nothing:
    a full queue, a firewall, a cable. Only a limit of your own ends it.
    """;
  }
}
