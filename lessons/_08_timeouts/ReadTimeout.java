package _08_timeouts;

import java.io.IOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import workbook.Chart;
import workbook.Experiment;
import workbook.MessageEvent.Act;
import workbook.Parameter;
import workbook.Parameters;
import workbook.Question;
import workbook.Recorder;

/// # The answer that came late
///
/// The client asks, gives up waiting, and asks the next question on the same connection.
public final class ReadTimeout implements Experiment {
  private static final String FIRST = "the answer to question 1";

  @Override
  public String id() {
    return "read-timeout";
  }

  @Override
  public String title() {
    return "The answer that came late";
  }

  @Override
  public Question question() {
    return new Question.Choice(
        """
        A client sends question 1, and its read times out. It sends question 2 on the same \
        connection, and reads. What does it get?\
        """,
        FIRST,
        "the answer to question 2",
        "an exception: the connection is broken");
  }

  @Override
  public List<Parameter> parameters() {
    return List.of(new Parameter.Count("limit", 100, 1, 5_000, "ms for a read"));
  }

  @Override
  public List<Chart> charts() {
    return List.of(new Chart.Conversation("One connection, two questions", "client", "server"));
  }

  @Override
  public void run(Parameters with, Recorder record) throws Exception {
    var limit = with.count("limit");
    var gaveUp = new CountDownLatch(1);
    try (var pair = Pair.connected()) {
      var server = new FutureTask<>(() -> serve(pair.server(), gaveUp, record));
      Thread.startVirtualThread(server);

      pair.client().setSoTimeout(limit);
      write("client", "server", pair.client(), "question 1", record);
      var watch = Stopwatch.start();
      var first = readOrGiveUp(pair.client(), record);
      var waited = watch.millis();
      record.claim(
          "The read ends in a SocketTimeoutException, and not before its time.",
          first.equals("nothing") && waited >= limit,
          "%s, after %.1f ms of %d".formatted(first, waited, limit));
      record.claim(
          "The connection is still open.", !pair.client().isClosed(), "isClosed() says false");

      pair.client().setSoTimeout(Pair.GENEROUS);
      write("client", "server", pair.client(), "question 2", record);
      gaveUp.countDown(); // the server was slow, no more
      var second = read("client", "server", pair.client(), record);
      record.claim(
          "The next read gets the answer that came late.", second.equals("answer 1"), second);
      record.answer(second.equals("answer 1") ? FIRST : second);
      server.get(Pair.GENEROUS, TimeUnit.MILLISECONDS);
    }
  }

  /// Answers question 1, but not before the client has given up.
  private static Void serve(Socket server, CountDownLatch gaveUp, Recorder record)
      throws IOException, InterruptedException {
    read("server", "client", server, record);
    if (gaveUp.await(Pair.GENEROUS, TimeUnit.MILLISECONDS)) {
      write("server", "client", server, "answer 1", record);
    }
    return null;
  }

  private static void write(String name, String peer, Socket to, String text, Recorder record)
      throws IOException {
    record.turn(name, Act.WRITES, peer, Pair.bytes(text));
    to.getOutputStream().write(Pair.bytes(text));
  }

  private static String readOrGiveUp(Socket client, Recorder record) throws IOException {
    try {
      return read("client", "server", client, record);
    } catch (SocketTimeoutException silence) {
      record.turn("client", "gives up reading");
      return "nothing";
    }
  }

  /// One read: here a message is short, and nobody sends two at once.
  private static String read(String name, String peer, Socket from, Recorder record)
      throws IOException {
    var buffer = new byte[1024];
    var got = from.getInputStream().read(buffer);
    if (got == -1) {
      return "the end";
    }
    record.turn(name, Act.READS, peer, Arrays.copyOf(buffer, got));
    return new String(buffer, 0, got, StandardCharsets.UTF_8);
  }

  @Override
  public String explanation() {
    return """
    A read that times out has read nothing, and has ended nothing. The socket is open, the other side
    knows of nothing, and its answer is on the way. Whoever reads next gets it.

    So there are two honest ways to go on:

    - **Close the connection** and open another. The late answer goes nowhere. This is what most
      clients and servers do.
    - **Number the questions**, and have each answer say to which it belongs. Then a late answer is
      known and dropped. HTTP/2 and most database protocols do this.

    To ask again, the question must be harmless when it is answered twice: the server may have done
    what the first one said. "What is the time?" may be repeated. "Pay 100" may not, unless it
    carries a number that the server remembers.
    """;
  }
}
