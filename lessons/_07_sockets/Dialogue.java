package _07_sockets;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import workbook.Chart;
import workbook.Experiment;
import workbook.Parameter;
import workbook.Parameters;
import workbook.Question;
import workbook.Recorder;

/// # Message and answer
///
/// First both know whose turn it is. Then both begin with `read()`.
public final class Dialogue implements Experiment {
  private static final String BOTH_WAIT = "each waits for the other";

  @Override
  public String id() {
    return "dialogue";
  }

  @Override
  public String title() {
    return "Message and answer";
  }

  @Override
  public Question question() {
    return new Question.Choice(
        "Client and server are connected. Both begin with read(). What happens?",
        BOTH_WAIT,
        "both get an empty answer",
        "the kernel tells both with an exception");
  }

  @Override
  public List<Parameter> parameters() {
    return List.of(
        new Parameter.Count("messages", 3, 1, 20, "messages"),
        new Parameter.Count("patience", 100, 1, 5_000, "ms until a silent read is given up"));
  }

  @Override
  public List<Chart> charts() {
    return List.of(
        new Chart.Conversation("One speaks, the other answers", "client", "server"),
        new Chart.Conversation("Both listen", "listener 1", "listener 2"));
  }

  @Override
  public void run(Parameters with, Recorder record) throws Exception {
    inTurns(with.count("messages"), record);
    bothRead(Duration.ofMillis(with.count("patience")), record);
    record.answer(BOTH_WAIT);
  }

  private static void inTurns(int messages, Recorder record) throws Exception {
    try (var listening = Side.listen()) {
      var server = new FutureTask<>(() -> answerAll(listening, record));
      Thread.startVirtualThread(server);
      var answers = 0;
      try (var client = Side.connect("client", "server", listening, record)) {
        for (var m = 1; m <= messages; m++) {
          client.write("message " + m + "\n");
          answers += readLine(client).equals("answer to message " + m + "\n") ? 1 : 0;
        }
      }
      var answered = server.get(Side.LIMIT.toMillis(), TimeUnit.MILLISECONDS);
      record.claim(
          "Every message was answered before the next one was sent.",
          answers == messages && answered == messages,
          "%d messages, %d answers".formatted(messages, answers));
    }
  }

  /// Answers one client until its bytes end.
  private static int answerAll(ServerSocket listening, Recorder record) throws IOException {
    var answered = 0;
    try (var server = Side.accept("server", "client", listening, record)) {
      for (String line; !(line = readLine(server)).isEmpty(); answered++) {
        server.write("answer to " + line);
      }
    }
    return answered;
  }

  /// Reads until a message is whole: it ends with a newline. Good only where the peer then waits
  /// for its answer, because what follows the newline would be taken, too.
  private static String readLine(Side side) throws IOException {
    var line = "";
    while (!line.endsWith("\n")) {
      var part = side.read(1024);
      if (part.isEmpty()) {
        return line;
      }
      line += part;
    }
    return line;
  }

  private static void bothRead(Duration patience, Recorder record) throws Exception {
    try (var listening = Side.listen();
        var one = Side.connect("listener 1", "listener 2", listening, record).withLimit(patience);
        var two = Side.accept("listener 2", "listener 1", listening, record).withLimit(patience)) {
      var heard = new FutureTask<>(() -> hears(one));
      Thread.startVirtualThread(heard);
      var twoHears = hears(two);
      var oneHears = heard.get(Side.LIMIT.toMillis(), TimeUnit.MILLISECONDS);
      record.claim(
          "When both read first, neither hears anything.",
          !oneHears && !twoHears,
          "both gave up after " + patience.toMillis() + " ms");
    }
  }

  private static boolean hears(Side side) throws IOException {
    try {
      return !side.read(1024).isEmpty();
    } catch (SocketTimeoutException nobodySpoke) {
      return false;
    }
  }

  @Override
  public String explanation() {
    return """
    A **protocol** says who speaks when, and how the other knows that a message is over. Here the
    client speaks first, a newline ends a message, and the client waits for its answer.

    The kernel knows nothing of that. Two sides that both read wait for each other: a deadlock
    without any lock. Each is right to wait; only the protocol is wrong. That is why a read of a
    real program has a limit, here `setSoTimeout`.

    A socket has two directions, each with its own bytes. Both may speak at the same time, if the
    protocol allows it.
    """;
  }
}
