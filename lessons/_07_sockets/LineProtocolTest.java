package _07_sockets;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import _07_sockets.Protocol.State;
import _07_sockets.exercise.LineProtocol;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import workbook.Graded;

/// The graded tests of LineProtocol.
class LineProtocolTest {
  private static final int LIMIT = 30_000;
  private static final Pattern MANY = Pattern.compile("(.)\\1{20,}");

  private final Protocol protocol = new LineProtocol();

  @Test
  @DisplayName("each read gets one line, whole")
  @Graded(points = 1, read = "the contract, Protocol.java")
  void wholeLines() {
    assertLines(List.of("ping"), feed("ping\n"), "the lines in \"ping\\n\"");
    assertLines(List.of("pong"), feed("pong\n"), "the lines in \"pong\\n\"");
    assertEquals(State.OPEN, protocol.state(), "the state after these lines");
  }

  @Test
  @DisplayName("a read gets several lines, empty ones among them")
  @Graded(points = 1, read = "lesson 07, \"Two writes, how many reads?\"")
  void severalLines() {
    assertLines(List.of("a", "", " b ", ""), feed("a\n\n b \n\n"), "in \"a\\n\\n b \\n\\n\"");
  }

  @Test
  @DisplayName("a read ends within a line: the next one goes on with it")
  @Graded(points = 1, read = "lesson 07, \"Two writes, how many reads?\"")
  void aLineInPieces() {
    assertLines(List.of(), feed("pi"), "no line is whole after \"pi\"");
    assertLines(List.of("ping"), feed("ng\npo"), "after \"pi\" and \"ng\\npo\"");
    assertLines(List.of(), feed(""), "after a read of 0 bytes");
    assertLines(List.of("pong", "end"), feed("ng\nend\n"), "after \"po\" and \"ng\\nend\\n\"");
  }

  @Test
  @DisplayName("wherever the reads end, the lines are the same")
  @Graded(points = 1, read = "lesson 07, \"One letter, two reads\"")
  void cutAnywhere() {
    var bytes = "Zoë\n日本\n".getBytes(UTF_8);
    for (var cut = 1; cut < bytes.length; cut++) {
      var divided = new LineProtocol();
      var lines = new ArrayList<>(feed(divided, Arrays.copyOf(bytes, cut)));
      lines.addAll(feed(divided, Arrays.copyOfRange(bytes, cut, bytes.length)));
      assertLines(List.of("Zoë", "日本"), lines, "\"Zoë\\n日本\\n\" in two reads, the first of " + cut);
    }
    var lines = new ArrayList<String>();
    for (var one : bytes) {
      lines.addAll(feed(protocol, new byte[] {one}));
    }
    assertLines(List.of("Zoë", "日本"), lines, "\"Zoë\\n日本\\n\" byte by byte");
  }

  @Test
  @DisplayName("a carriage return before the newline belongs to the end, any other to the line")
  @Graded(points = 1, read = "the contract, Protocol.java")
  void carriageReturns() {
    assertLines(List.of("a", "", "b"), feed("a\r\n\r\nb\n"), "in \"a\\r\\n\\r\\nb\\n\"");
    assertLines(List.of("c\rd"), feed("c\rd\n"), "in \"c\\rd\\n\"");
    assertLines(List.of(), feed("e\r"), "no line is whole after \"e\\r\"");
    assertLines(List.of("e"), feed("\n"), "after \"e\\r\" and \"\\n\"");
    assertLines(List.of("f\r"), feed("f\r\r\n"), "in \"f\\r\\r\\n\"");
  }

  @Test
  @DisplayName("the buffer is filled anew for each read, and not always to its end")
  @Graded(points = 1, read = "the contract, Protocol.java: feed")
  void theBufferIsTheCallers() {
    var buffer = "abc\nxyz\n".getBytes(UTF_8);
    var first = protocol.feed(buffer, 2);
    assertLines(List.of(), first, "after 2 bytes, \"ab\", of a buffer that also holds others");
    Arrays.fill(buffer, (byte) '-');
    buffer[0] = 'c';
    buffer[1] = '\n';
    var second = protocol.feed(buffer, 2);
    assertLines(List.of("abc"), second, "\"ab\", then \"c\\n\" in the same buffer");
    feed("d\n");
    assertLines(List.of("abc"), second, "the list of an earlier read, after another read");
  }

  @Test
  @DisplayName("quit and stop are commands, and what comes after them is ignored")
  @Graded(points = 1, read = "the contract, Protocol.java: State")
  void commands() {
    assertLines(
        List.of("quit now", " quit", "QUIT", "nonstop"),
        feed("quit now\n quit\nQUIT\nnonstop\n"),
        "lines that only look like a command");
    assertEquals(State.OPEN, protocol.state(), "the state after lines that are no command");
    assertLines(List.of("a"), feed("a\nqu"), "after \"a\\nqu\"");
    assertLines(List.of(), feed("it\r\nb\nstop\n"), "after \"qu\" and \"it\\r\\nb\\nstop\\n\"");
    assertEquals(State.QUIT, protocol.state(), "the state after quit, b and stop");
    assertLines(List.of(), feed("c\n"), "after quit");
    assertLines(List.of(), protocol.feed(new byte[8], -1), "at the end after quit");
    assertEquals(State.QUIT, protocol.state(), "the state at the end after quit");

    var stopped = new LineProtocol();
    assertLines(List.of("a"), feed(stopped, "a\nstop\nquit\nb\n"), "before stop");
    assertEquals(State.STOP, stopped.state(), "the state after stop and quit");
  }

  @Test
  @DisplayName("at -1 the bytes have ended, and what still has no newline is no line")
  @Graded(points = 1, read = "lesson 07, \"I'm done, your turn\"")
  void theEnd() {
    assertLines(List.of("ping"), feed("ping\nquit"), "after \"ping\\nquit\"");
    assertLines(List.of(), protocol.feed(new byte[8], -1), "at the end, after \"quit\"");
    assertEquals(State.ENDED, protocol.state(), "the state at the end");
    assertLines(List.of(), feed("\npong\n"), "after the end");
    assertEquals(State.ENDED, protocol.state(), "the state after the end");
  }

  @Test
  @DisplayName("a line without an end is not kept forever")
  @Graded(points = 1, read = "the contract, Protocol.java: LONGEST")
  void tooLong() {
    var longest = "x".repeat(Protocol.LONGEST);
    assertLines(List.of(longest), feed(longest + "\n"), "a line as long as can be");
    assertLines(List.of(), feed(longest), "1,000 bytes without a newline");
    assertEquals(State.OPEN, protocol.state(), "the state after 1,000 bytes without a newline");
    feed("x");
    assertEquals(State.TOO_LONG, protocol.state(), "the state after one byte more, no newline yet");
    assertLines(List.of(), feed("\nping\n"), "after a line that was too long");
    assertEquals(State.TOO_LONG, protocol.state(), "the state after the next line");

    var letters = "é".repeat(Protocol.LONGEST / 2) + "x";
    var another = new LineProtocol();
    assertLines(
        List.of("a"),
        feed(another, "a\n" + letters + "\nb\n"),
        "the lines before and after one of 501 letters in 1,001 bytes");
    assertEquals(State.TOO_LONG, another.state(), "the state after a line of 1,001 bytes");

    var third = new LineProtocol();
    var many = feed(third, "b\n".repeat(Protocol.LONGEST));
    assertEquals(Protocol.LONGEST, many.size(), "how many lines of one letter, all in one read");
    assertEquals(State.OPEN, third.state(), "the state after many short lines");
  }

  @Test
  @DisplayName("two connections, one buffer for all reads: each gets its own lines")
  @Graded(points = 1, read = "lesson 07, \"Two writes, how many reads?\"")
  void twoConnections() throws IOException {
    try (var listening = new ServerSocket(0, 2, InetAddress.getLoopbackAddress());
        var ann = new Talk(listening);
        var bob = new Talk(listening)) {
      var buffer = new byte[3];
      ann.says("Grü", buffer);
      bob.says("hel", buffer);
      ann.says("ße\nsto", buffer);
      bob.says("lo\nqui", buffer);
      ann.says("ne\n", buffer);
      bob.says("t\n", buffer);
      ann.ends(buffer);
      assertLines(List.of("Grüße", "stone"), ann.lines, "the lines of the first connection");
      assertLines(List.of("hello"), bob.lines, "the lines of the second connection");
      assertEquals(State.ENDED, ann.protocol.state(), "the state of the first, which was closed");
      assertEquals(State.QUIT, bob.protocol.state(), "the state of the second, which said quit");
    }
  }

  /// Both sides of a connection, in one thread: nothing is read before it was written.
  private static final class Talk implements AutoCloseable {
    private final Protocol protocol = new LineProtocol();
    private final List<String> lines = new ArrayList<>();
    private final Socket client;
    private final Socket server;

    private Talk(ServerSocket listening) throws IOException {
      listening.setSoTimeout(LIMIT);
      client = new Socket(listening.getInetAddress(), listening.getLocalPort());
      server = listening.accept();
      server.setSoTimeout(LIMIT);
    }

    /// Writes, and reads until all of it has been read.
    private void says(String text, byte[] buffer) throws IOException {
      var bytes = text.getBytes(UTF_8);
      client.getOutputStream().write(bytes);
      for (var read = 0; read < bytes.length; ) {
        var length = server.getInputStream().read(buffer);
        assertTrue(length > 0, "the connection has ended");
        lines.addAll(protocol.feed(buffer, length));
        read += length;
      }
    }

    private void ends(byte[] buffer) throws IOException {
      client.shutdownOutput();
      lines.addAll(protocol.feed(buffer, server.getInputStream().read(buffer)));
    }

    @Override
    public void close() throws IOException {
      client.close();
      server.close();
    }
  }

  private List<String> feed(String text) {
    return feed(protocol, text);
  }

  private static List<String> feed(Protocol protocol, String text) {
    return feed(protocol, text.getBytes(UTF_8));
  }

  private static List<String> feed(Protocol protocol, byte[] bytes) {
    return protocol.feed(bytes, bytes.length);
  }

  private static void assertLines(List<String> expected, List<String> lines, String when) {
    assertEquals(shown(expected), shown(lines), when);
  }

  /// The lines in quotes, with their white space, and a letter that comes many times only once.
  private static String shown(List<String> lines) {
    return lines.stream().map(LineProtocolTest::shown).collect(joining(", ", "[", "]"));
  }

  private static String shown(String line) {
    var visible = line.replace("\\", "\\\\").replace("\r", "\\r").replace("\n", "\\n");
    var shorter =
        MANY.matcher(visible).replaceAll(run -> run.group(1) + " × " + run.group().length());
    return '"' + shorter + '"';
  }
}
