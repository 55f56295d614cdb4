package _08_timeouts;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.util.List;
import java.util.concurrent.TimeoutException;
import workbook.Chart;
import workbook.Experiment;
import workbook.MessageEvent.Act;
import workbook.Outcome.Expectation;
import workbook.Parameters;
import workbook.Question;
import workbook.Recorder;

/// # Four ways to hear no
///
/// Refused, the end, reset, broken pipe: each says something else about the other side.
public final class Errors implements Experiment {
  private static final String LATER = "the first succeeds, a later one fails";

  @Override
  public String id() {
    return "errors";
  }

  @Override
  public String title() {
    return "Four ways to hear no";
  }

  @Override
  public Question question() {
    return new Question.Choice(
        """
        The server has closed the connection. The client does not know, and writes twice. What \
        happens?\
        """,
        "the first write fails",
        LATER,
        "both succeed: the bytes are lost");
  }

  @Override
  public List<Chart> charts() {
    return List.of(
        new Chart.Conversation("The end, then a broken pipe", "client", "server"),
        new Chart.Conversation("A reset", "second client", "rude server"),
        new Chart.Outcomes("Four ways"));
  }

  @Override
  public void run(Parameters with, Recorder record) throws Exception {
    refused(record);
    endThenBrokenPipe(record);
    reset(record);
    record.answer(LATER);
  }

  /// The port is taken, so that nobody else can listen there, but nobody listens.
  private static void refused(Recorder record) throws IOException {
    try (var silent = new Socket();
        var client = new Socket()) {
      silent.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
      var said = "connected";
      try {
        client.connect(silent.getLocalSocketAddress(), Pair.GENEROUS);
      } catch (ConnectException no) {
        said = no.getMessage();
      }
      seen("refused", "connect()", said, "the machine is there, nobody listens", record);
      record.claim(
          "Refused: connect() fails where nobody listens.", !said.equals("connected"), said);
    }
  }

  private static void endThenBrokenPipe(Recorder record) throws Exception {
    try (var pair = Pair.connected()) {
      record.turn("server", Act.ENDS, "client");
      pair.server().close();
      var got = pair.client().getInputStream().read();
      record.turn("client", Act.SEES_END, "server");
      seen("the end", "read()", "-1", "closed in good order", record);
      record.claim(
          "The end: read() returns -1, and no exception.", got == -1, "it returned " + got);

      var succeeded = writeUntilItFails(pair.client(), record);
      record.claim(
          "Broken pipe: the first write succeeds, a later one fails.",
          succeeded >= 1,
          "write %d failed".formatted(succeeded + 1));
    }
  }

  /// The first write makes the server's kernel say that nobody is there. A write after its answer
  /// has come fails.
  ///
  /// @return how many writes succeeded
  private static int writeUntilItFails(Socket client, Recorder record)
      throws IOException, TimeoutException {
    var watch = Stopwatch.start();
    for (var writes = 0; watch.millis() < Pair.GENEROUS; writes++) {
      try {
        var ping = Pair.bytes("ping");
        if (writes == 0) {
          record.turn("client", Act.WRITES, "server", ping);
        }
        client.getOutputStream().write(ping);
      } catch (SocketException no) {
        record.turn("client", "fails to write: " + no.getMessage());
        seen("broken pipe", "write()", no.getMessage(), "a write after the end", record);
        return writes;
      }
      Thread.yield();
    }
    throw new TimeoutException("Every write to a closed connection succeeded.");
  }

  private static void reset(Recorder record) throws IOException {
    try (var pair = Pair.connected()) {
      pair.server().setSoLinger(true, 0); // close() will not wait for anything: it resets
      record.turn("rude server", "closes without an end");
      pair.server().close();
      var said = "none";
      try {
        said = "read " + pair.client().getInputStream().read();
      } catch (SocketException no) {
        said = no.getMessage();
        record.turn("second client", "fails to read: " + said);
      }
      seen("reset", "read()", said, "the other side broke off", record);
      record.claim("Reset: read() throws.", !said.startsWith("read "), said);
    }
  }

  private static void seen(
      String what, String where, String said, String meaning, Recorder record) {
    record.outcome(what, Expectation.ACCEPTABLE, 1, meaning);
    record.fact(what + ", at " + where, said);
  }

  @Override
  public String explanation() {
    return """
    | You see | The other side | What to do |
    | --- | --- | --- |
    | `ConnectException` | has a machine that runs, and nobody listening | try later, or look at the port |
    | read returns -1 | has closed in good order | close, too; there is no more |
    | *Connection reset* | broke off, without an orderly end | nobody knows what it did |
    | *Broken pipe* | had closed before we wrote | read first: the end was there |
    | `SocketTimeoutException` | nobody knows | a limit of your own has fired |

    The first write after the end **succeeds**: write() hands bytes to our kernel and asks no one.
    Only the other kernel's answer, *nobody has this connection*, makes the next write fail. So a
    write that returned says nothing about the other side.

    All but -1 are an `IOException`. `SocketTimeoutException` is one, too: catch it first if it should
    be treated otherwise.
    """;
  }
}
