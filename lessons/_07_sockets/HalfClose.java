package _07_sockets;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import workbook.Chart;
import workbook.Experiment;
import workbook.Parameter;
import workbook.Parameters;
import workbook.Question;
import workbook.Recorder;

/// # That was all; now you
///
/// The client sends numbers and wants their sum. The server adds until the numbers end. How does
/// the client say that they have ended?
public final class HalfClose implements Experiment {
  private static final String SHUTDOWN = "shutdownOutput()";

  /// What the client does when it has written the last number.
  private interface Ending {
    void after(Side client) throws IOException;
  }

  @Override
  public String id() {
    return "half-close";
  }

  @Override
  public String title() {
    return "That was all; now you";
  }

  @Override
  public Question question() {
    return new Question.Choice(
        """
        The server adds numbers until they end, then it sends the sum. After its last number, \
        what must the client call to get it?\
        """,
        "flush()",
        "close()",
        SHUTDOWN);
  }

  @Override
  public List<Parameter> parameters() {
    return List.of(
        new Parameter.Count("patience", 200, 1, 5_000, "ms until the server gives up reading"));
  }

  @Override
  public List<Chart> charts() {
    return List.of(
        new Chart.Conversation("shutdownOutput()", "client", "server"),
        new Chart.Conversation("flush()", "flushing client", "patient server"),
        new Chart.Conversation("close()", "closing client", "lonely server"));
  }

  @Override
  public void run(Parameters with, Recorder record) throws Exception {
    var patience = Duration.ofMillis(with.count("patience"));

    var halfClosed = ask("client", "server", Side::end, Side.LIMIT, record);
    record.claim(
        "shutdownOutput(): the server sees the end, and the client gets the sum.",
        halfClosed.equals("6"),
        "the client got " + halfClosed);

    Ending flush = client -> client.socket().getOutputStream().flush();
    var flushed = ask("flushing client", "patient server", flush, patience, record);
    record.claim(
        "flush(): the server waits for more numbers, and the client for the sum.",
        flushed.isEmpty(),
        "the server gave up after " + patience.toMillis() + " ms");

    var closed = ask("closing client", "lonely server", Side::close, Side.LIMIT, record);
    record.claim(
        "close(): the server sees the end, but the client cannot hear any more.",
        closed.equals("Socket is closed"),
        "the client got " + closed);
    record.answer(SHUTDOWN);
  }

  /// Sends three numbers, ends in its way, and reads until the server's bytes end.
  ///
  /// @param patience how long the server waits for a number
  /// @return the answer, or why there is none
  private static String ask(
      String name, String peer, Ending ending, Duration patience, Recorder record)
      throws Exception {
    try (var listening = Side.listen()) {
      var server = new FutureTask<>(() -> serve(peer, name, listening, patience, record));
      Thread.startVirtualThread(server);
      String answer;
      try (var client = Side.connect(name, peer, listening, record)) {
        client.write("1 2 3 ");
        ending.after(client);
        answer = readAll(client);
      } catch (SocketException closed) {
        answer = closed.getMessage();
        record.turn(name, answer);
      }
      server.get(Side.LIMIT.toMillis(), TimeUnit.MILLISECONDS);
      return answer;
    }
  }

  private static Void serve(
      String name, String peer, ServerSocket listening, Duration patience, Recorder record)
      throws IOException {
    try (var server = Side.accept(name, peer, listening, record)) {
      var numbers = server.read(1024); // without haste; then the wait for more, or for the end
      numbers += readAll(server.withLimit(patience));
      server.write("" + sum(numbers));
    } catch (SocketTimeoutException noEnd) {
      // Then there is no sum: the client sees the end instead.
    }
    return null;
  }

  private static int sum(String numbers) {
    return Stream.of(numbers.strip().split(" ")).mapToInt(Integer::parseInt).sum();
  }

  /// Reads until the peer's bytes end, however they are divided.
  private static String readAll(Side side) throws IOException {
    var all = new StringBuilder();
    for (String part; !(part = side.read(1024)).isEmpty(); ) {
      all.append(part);
    }
    return all.toString();
  }

  @Override
  public String explanation() {
    return """
    A connection is two streams, one each way, and each is ended on its own.

    - `shutdownOutput()` ends the stream that you write. The other side reads `-1` when it has read
      the rest. You still read what it answers. Python calls it `shutdown(SHUT_WR)`, many books a
      **half-close**.
    - `close()` ends both. The answer arrives at a machine where nobody has the socket any more.
    - `flush()` ends nothing. A socket's own stream has nothing to flush; a `BufferedWriter` around
      it has.

    A protocol that ends each message with a newline, or begins it with its length, needs none of
    them: the connection stays open for the next question.
    """;
  }
}
