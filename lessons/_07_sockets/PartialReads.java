package _07_sockets;

import java.io.EOFException;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import workbook.Await;
import workbook.Chart;
import workbook.Experiment;
import workbook.Outcome.Expectation;
import workbook.Parameter;
import workbook.Parameters;
import workbook.Question;
import workbook.Recorder;

/// # Two writes, how many reads?
///
/// The client sends `ping` as `pi` and `ng`. How many reads the server needs is decided by what has
/// arrived, and by how much it asks for.
public final class PartialReads implements Experiment {
  private static final String DEPENDS = "one or two, it depends";

  @Override
  public String id() {
    return "partial-reads";
  }

  @Override
  public String title() {
    return "Two writes, how many reads?";
  }

  @Override
  public Question question() {
    return new Question.Choice(
        "The client sends \"ping\" in two writes. How many reads does the server need?",
        "two: one for each write",
        "one: TCP joins what belongs together",
        DEPENDS);
  }

  @Override
  public List<Parameter> parameters() {
    return List.of(new Parameter.Count("rounds", 200, 1, 10_000, "rounds left to luck"));
  }

  @Override
  public List<Chart> charts() {
    return List.of(
        new Chart.Conversation("Read after both writes", "client 1", "server 1"),
        new Chart.Conversation("Read after each write", "client 2", "server 2"),
        new Chart.Conversation("Three bytes at a time", "client 3", "server 3"),
        new Chart.Outcomes("Left to luck"));
  }

  @Override
  public void run(Parameters with, Recorder record) throws Exception {
    joined(record);
    apart(record);
    split(record);
    luck(with.count("rounds"), record);
    record.answer(DEPENDS);
  }

  /// The server reads when all four bytes are there.
  private static void joined(Recorder record) throws Exception {
    try (var listening = Side.listen();
        var client = Side.connect("client 1", "server 1", listening, record);
        var server = Side.accept("server 1", "client 1", listening, record)) {
      client.write("pi");
      client.write("ng");
      awaitBytes(4, server);
      var first = server.read(1024);
      record.claim(
          "When both writes have arrived, one read takes them.", first.equals("ping"), first);
    }
  }

  /// The client writes the second half when the first was read.
  private static void apart(Recorder record) throws Exception {
    try (var listening = Side.listen();
        var client = Side.connect("client 2", "server 2", listening, record);
        var server = Side.accept("server 2", "client 2", listening, record)) {
      client.write("pi");
      var first = server.read(1024);
      client.write("ng");
      var second = server.read(1024);
      record.claim(
          "What has not been written yet cannot be read: two reads.",
          first.equals("pi") && second.equals("ng"),
          first + ", " + second);
    }
  }

  /// The server asks for three bytes at most.
  private static void split(Recorder record) throws Exception {
    try (var listening = Side.listen();
        var client = Side.connect("client 3", "server 3", listening, record);
        var server = Side.accept("server 3", "client 3", listening, record)) {
      client.write("pi");
      client.write("ng");
      awaitBytes(4, server);
      var first = server.read(3);
      var second = server.read(3);
      record.claim(
          "A read ends where its buffer ends, in the middle of a write.",
          first.equals("pin") && second.equals("g"),
          first + ", " + second);
    }
  }

  private static void awaitBytes(int wanted, Side side)
      throws InterruptedException, TimeoutException {
    Await.until(wanted + " bytes have arrived", () -> available(side) == wanted);
  }

  private static int available(Side side) {
    try {
      return side.socket().getInputStream().available();
    } catch (IOException closed) {
      return -1;
    }
  }

  /// Both at the same time, on one connection. Within a round nobody waits for anybody.
  private static void luck(int rounds, Recorder record) throws Exception {
    var pings = 0;
    var oneRead = 0;
    try (var listening = Side.listen();
        var client = new Socket(listening.getInetAddress(), listening.getLocalPort());
        var server = listening.accept()) {
      // or the kernel keeps the second write until the first is confirmed
      client.setTcpNoDelay(true);
      server.setSoTimeout((int) Side.LIMIT.toMillis());
      for (var round = 0; round < rounds; round++) {
        record.progress(round, rounds);
        var reading = new FutureTask<>(() -> readPing(server));
        Thread.startVirtualThread(reading);
        client.getOutputStream().write("pi".getBytes(StandardCharsets.UTF_8));
        client.getOutputStream().write("ng".getBytes(StandardCharsets.UTF_8));
        var reads = reading.get(Side.LIMIT.toMillis(), TimeUnit.MILLISECONDS);
        pings += String.join("", reads).equals("ping") ? 1 : 0;
        oneRead += reads.size() == 1 ? 1 : 0;
      }
    }
    record.outcome("one read", Expectation.INTERESTING, oneRead, "both writes had arrived");
    record.outcome("two reads", Expectation.ACCEPTABLE, rounds - oneRead, "the read was earlier");
    record.claim(
        "Whoever reads until four bytes are there gets every ping whole.",
        pings == rounds,
        pings + " of " + rounds);
  }

  /// Reads until there are four bytes.
  ///
  /// @return what each read got
  private static List<String> readPing(Socket from) throws IOException {
    var reads = new ArrayList<String>();
    var buffer = new byte[4];
    for (var length = 0; length < 4; ) {
      var got = from.getInputStream().read(buffer, length, 4 - length);
      if (got == -1) {
        throw new EOFException("the bytes ended within a ping");
      }
      reads.add(new String(buffer, length, got, StandardCharsets.UTF_8));
      length += got;
    }
    return reads;
  }

  @Override
  public String explanation() {
    return """
    TCP carries a **stream of bytes**. It keeps their order and loses none. It does not keep the
    borders between your writes: there is nothing in the stream that says where one ended.

    A read waits for at least one byte, and then takes what is there, up to the size of its buffer.
    So one read may get a part of a write, a whole one, or several. On one machine, with small
    messages, one write often happens to be one read. Across a network it stops being so, under
    load, on some days.

    The mend: decide in your **protocol** where a message ends, by its length or by a sign such as a
    newline, and read until then. What came after the end belongs to the next message: keep it.
    """;
  }
}
