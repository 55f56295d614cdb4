package _10_servers;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import workbook.Await;
import workbook.Chart;
import workbook.Experiment;
import workbook.Parameter;
import workbook.Parameters;
import workbook.Question;
import workbook.Recorder;
import workbook.RunPlan;

/// # Clients that stay
///
/// A hundred clients connect, say hello and stay. How many of them hear anything?
public final class LongLived implements Experiment {
  private static final String SERVED = "served while all stay";

  /// Milliseconds. Reached only when something is wrong.
  private static final int LIMIT = 20_000;

  @Override
  public String id() {
    return "long-lived";
  }

  @Override
  public String title() {
    return "Clients that stay";
  }

  @Override
  public Question question() {
    return new Question.Number(
        """
        A hundred clients (or what you choose) connect, say hello, and stay. How many of them does \
        a server with one thread answer, before one leaves?\
        """,
        "clients");
  }

  @Override
  public List<Parameter> parameters() {
    return List.of(
        new Parameter.Count("clients", 100, 1, 4_000, "clients"),
        new Parameter.Count("patience", 200, 1, 5_000, "ms for one more to be answered"));
  }

  @Override
  public RunPlan plan() {
    return RunPlan.once();
  }

  @Override
  public List<Chart> charts() {
    return List.of(new Chart.Bars("How many are served while all of them stay", SERVED, false));
  }

  @Override
  public void run(Parameters with, Recorder record) throws Exception {
    for (var design : Design.values()) {
      try (var server = Running.start(design)) {
        var clients = new ArrayList<Socket>();
        try {
          connect(with.count("clients"), server.address(), clients, record);
          var served = served(design, clients, with.count("patience"), record);
          if (design == Design.SINGLE) {
            record.answer("" + served);
          }
          leaveOneByOne(design, clients, record);
        } finally {
          for (var client : clients) {
            client.close();
          }
        }
      }
      record.progress(design.ordinal() + 1, Design.values().length);
    }
  }

  /// Connects and says hello. Stops where the kernel keeps no more connections for the server.
  private static void connect(
      int wanted, InetSocketAddress server, List<Socket> clients, Recorder record)
      throws IOException {
    while (clients.size() < wanted) {
      var client = new Socket();
      clients.add(client);
      try {
        client.connect(server, LIMIT);
      } catch (SocketTimeoutException queueIsFull) {
        clients.removeLast().close();
        record.note("This system keeps %,d connections waiting.".formatted(clients.size()));
        return;
      }
      client.setSoTimeout(LIMIT);
      client.getOutputStream().write(hello(clients.size()));
    }
  }

  private static byte[] hello(int client) {
    return "hello %,d".formatted(client).getBytes(StandardCharsets.UTF_8);
  }

  /// Counts who is answered while nobody leaves.
  private static int served(Design design, List<Socket> clients, int patience, Recorder record)
      throws InterruptedException {
    var atOnce = design.servedAtOnce(clients.size());
    try {
      Await.until(atOnce + " are answered", () -> answered(clients) >= atOnce);
    } catch (TimeoutException fewer) {
      record.note(fewer.getMessage());
    }
    if (atOnce < clients.size()) {
      TimeUnit.MILLISECONDS.sleep(patience); // for somebody who should not be answered
    }
    var served = answered(clients);
    record.sample(SERVED, "clients", design.id(), served);
    record.claim(
        "With %s, %s.".formatted(design.says(), atOnce > 1 ? "all are served" : "one is served"),
        served == atOnce,
        "%,d of %,d".formatted(served, clients.size()));
    return served;
  }

  private static int answered(List<Socket> clients) {
    return (int) clients.stream().filter(LongLived::isAnswered).count();
  }

  private static boolean isAnswered(Socket client) {
    try {
      return client.getInputStream().available() > 0;
    } catch (IOException gone) {
      return false;
    }
  }

  /// Each in turn takes its answer and quits. Who was not served before is served now.
  private static void leaveOneByOne(Design design, List<Socket> clients, Recorder record)
      throws IOException {
    var right = 0;
    for (var n = 1; n <= clients.size(); n++) {
      try (var client = clients.get(n - 1)) {
        var expected = new String(hello(n), StandardCharsets.UTF_8);
        var answer = client.getInputStream().readNBytes(expected.length());
        client.getOutputStream().write("quit\r\n".getBytes(StandardCharsets.UTF_8));
        var ended = client.getInputStream().read() == -1;
        right += ended && new String(answer, StandardCharsets.UTF_8).equals(expected) ? 1 : 0;
      }
    }
    record.claim(
        "With %s, everybody is answered in the end, when others leave.".formatted(design.says()),
        right == clients.size(),
        "%,d of %,d".formatted(right, clients.size()));
  }

  @Override
  public String explanation() {
    return """
    The server with **one thread** reads from its first client, and `read()` waits. All the others
    are connected, because the kernel answers for the server. What they wrote is stored there, too.
    No program looks at it until the first client leaves. Then the second is served, and so on.

    With **a thread for each connection** each `read()` has a thread that may wait. With **virtual
    threads** too, and a waiting one costs little. **The selector** needs one thread: it asks the
    kernel which clients have said something, and reads only there, so that no read waits.

    A client that stays is nothing special: a chat, a database connection, a browser that keeps its
    connection for the next page.
    """;
  }
}
