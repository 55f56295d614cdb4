package _07_sockets;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;
import static org.junit.jupiter.api.Assertions.assertEquals;

import _07_sockets.Protocol.State;
import _07_sockets.exercise.LineProtocol;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.FutureTask;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import workbook.Graded;
import workbook.explore.Explore;

/// The graded tests of LineProtocol.
class LineProtocolTest {
  private static final HexFormat HEX = HexFormat.ofDelimiter(" ").withUpperCase();

  /// Latin-1, nothing that ever begins a letter, letters in parts, in too many bytes, and halves of
  /// a pair of `char`s.
  private static final List<String> NOT_UTF_8 =
      List.of(
          "E9",
          "FF",
          "80",
          "0D 85",
          "E2 82",
          "F0 9F 8D",
          "F0 9F E2 82 AC",
          "C0 80",
          "F5 80 80 80",
          "ED A0 BC ED BD 95",
          "FF 71 75 69 74");

  private static final Pattern INVISIBLE =
      Pattern.compile("[\\p{Cntrl}\\p{Cf}\\p{M}\\u0085\\u2028]");
  private static final Pattern MANY = Pattern.compile("(.)\\1{20,}");

  private final Protocol protocol = new LineProtocol();

  @Test
  @DisplayName("a read gets one line or several, empty ones among them")
  @Graded(points = 1, read = "the contract, Protocol.java")
  void severalLines() {
    assertEquals(State.OPEN, protocol.state(), "the state before the first read");
    for (var line : List.of("ping", "pong", "Zoë", "日本", "🍕 8 €", "\ufeffa", "e\u0301")) {
      assertLines(List.of(line), feed(line + "\n"), "the lines in " + shown(line + "\n"));
    }
    assertLines(List.of("a", "", " b ", ""), feed("a\n\n b \n\n"), "in \"a\\n\\n b \\n\\n\"");
    var others = "c\td\u000be\ff\u0085g\u2028h\u0000";
    assertLines(List.of(others), feed(others + "\n"), "no newline but \\n ends a line");
    assertEquals(State.OPEN, protocol.state(), "the state after these lines");
  }

  @Test
  @DisplayName("a read ends within a line: the next one goes on with it")
  @Graded(points = 1, read = "lesson 07, \"Two writes, how many reads?\"")
  void aLineInPieces() throws Exception {
    assertLines(List.of(), feed("pi"), "no line is whole after \"pi\"");
    assertLines(List.of("ping"), feed("ng\npo"), "after \"pi\" and \"ng\\npo\"");
    assertLines(List.of(), feed(""), "after a read of 0 bytes");
    assertLines(List.of("pong", "end"), feed("ng\nend\n"), "after \"po\" and \"ng\\nend\\n\"");
    assertLines(List.of(), feed("hal"), "no line is whole after \"hal\"");
    var other = new FutureTask<>(() -> feed("f\n"));
    Thread.ofPlatform().start(other).join();
    assertLines(List.of("half"), other.get(), "after \"hal\", and \"f\\n\" in another thread");
  }

  @Test
  @DisplayName("wherever the reads end, the lines are the same")
  @Graded(points = 1, read = "lesson 07, \"One letter, two reads\"")
  void cutAnywhere() {
    var text = "Zoë\n日本\n\n🍕 8 €\r\na\rb\r\r\n";
    assertCutAnywhere(
        List.of("Zoë", "日本", "", "🍕 8 €", "a\rb\r"), text.getBytes(UTF_8), shown(text));
  }

  private static void assertCutAnywhere(List<String> lines, byte[] bytes, String shown) {
    for (var cut = 1; cut <= bytes.length; cut++) {
      var divided = new LineProtocol();
      var found = new ArrayList<>(feed(divided, Arrays.copyOf(bytes, cut)));
      found.addAll(feed(divided, Arrays.copyOfRange(bytes, cut, bytes.length)));
      assertLines(lines, found, shown + " in two reads, the first of " + cut);
    }
    for (var size = 1; size < bytes.length; size++) {
      var found = feedInReads(new LineProtocol(), bytes, size);
      assertLines(lines, found, shown + " in reads of " + size);
    }
  }

  @Test
  @DisplayName("bytes that are not UTF-8 become replacement characters")
  @Graded(points = 1, read = "the contract, Protocol.java")
  void notUtf8() {
    for (var bad : NOT_UTF_8) {
      for (var end : List.of("0A", "0D 0A", "71 0A")) {
        var bytes = HEX.parseHex("61 0A " + bad + " " + end + " 62 0A");
        var line = new String(HEX.parseHex(bad), UTF_8) + (end.startsWith("71") ? "q" : "");
        assertCutAnywhere(List.of("a", line, "b"), bytes, "the bytes " + HEX.formatHex(bytes));
      }
    }
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
    assertLines(
        List.of("abc\nxyz\n"),
        List.of(new String(buffer, UTF_8)),
        "the buffer after a read of 2 bytes");
    Arrays.fill(buffer, (byte) '-');
    buffer[0] = 'c';
    buffer[1] = '\n';
    var second = protocol.feed(buffer, 2);
    assertLines(List.of("abc"), second, "\"ab\", then \"c\\n\" in the same buffer");
    assertLines(
        List.of("c\n------"),
        List.of(new String(buffer, UTF_8)),
        "the buffer after a read of \"c\\n\"");
    feed("d\n");
    assertLines(List.of("abc"), second, "the list of an earlier read, after another read");
    for (var list : List.of(first, second, feed(""))) {
      try {
        list.add("the caller's own");
      } catch (UnsupportedOperationException unmodifiable) {
        // Then nothing can be wrong.
      }
    }
    assertLines(List.of(), feed(""), "a read of 0 bytes, after the caller has added to the lists");
    assertLines(List.of("e"), feed("e\n"), "\"e\\n\", after the caller has added to the lists");
    assertLines(List.of(), feed(new LineProtocol(), ""), "another connection's read of 0 bytes");
  }

  @Test
  @DisplayName("quit and stop are commands, and what comes after them is ignored")
  @Graded(points = 1, read = "the contract, Protocol.java: State")
  void commands() {
    assertCommand("quit", State.QUIT, "stop");
    assertCommand("stop", State.STOP, "quit");
  }

  private void assertCommand(String command, State state, String other) {
    var shout = command.toUpperCase(Locale.ROOT);
    var sameHash = command.equals("quit") ? "qujU" : "stpQ";
    var ordinary =
        List.of(
            command + " now", " " + command, command + " ", shout, "non" + command, sameHash, "");
    assertLines(
        ordinary, feed(String.join("\n", ordinary) + "\n"), "lines that only look like a command");
    assertLines(
        List.of(command + "\r"),
        feed(command + "\r\r\n"),
        "a line with a carriage return, so no command");
    assertEquals(State.OPEN, protocol.state(), "the state after lines that are no command");
    for (var end : List.of("\n", "\r\n")) {
      var said = command + end;
      for (var cut = 0; cut <= said.length(); cut++) {
        var divided = new LineProtocol();
        var begin = "a\n" + said.substring(0, cut);
        var rest = said.substring(cut) + "b\n" + other + "\n" + "x".repeat(1_001);
        var when = "after " + shown(begin) + " and " + shown(rest);
        assertLines(List.of("a"), feed(divided, begin), "after " + shown(begin));
        assertLines(List.of(), feed(divided, rest), when);
        assertEquals(state, divided.state(), "the state " + when);
        assertIgnores(divided);
      }
    }
  }

  @Test
  @DisplayName("at -1 the bytes have ended, and what still has no newline isn't a line")
  @Graded(points = 1, read = "lesson 07, \"I'm done, your turn\"")
  void theEnd() {
    assertLines(List.of("ping"), feed("ping\nquit"), "after \"ping\\nquit\"");
    assertLines(List.of(), protocol.feed(new byte[8], -1), "at the end, after \"quit\"");
    assertEquals(State.ENDED, protocol.state(), "the state at the end");
    assertLines(List.of(), feed("\npong\n"), "after the end");
    assertEquals(State.ENDED, protocol.state(), "the state after the end");
    assertIgnores(protocol);

    var silent = new LineProtocol();
    assertLines(List.of(), silent.feed(new byte[8], -1), "at the end, when nothing has come");
    assertEquals(State.ENDED, silent.state(), "the state at the end, when nothing has come");
  }

  @Test
  @DisplayName("a line without an end is not kept for ever")
  @Graded(points = 1, read = "the contract, Protocol.java: LONGEST")
  void tooLong() {
    var longest = "x".repeat(Protocol.LONGEST);
    assertLines(List.of(longest), feed(longest + "\n"), "a line as long as can be");
    assertLines(List.of(), feed(longest), "1,000 bytes without a newline");
    assertEquals(State.OPEN, protocol.state(), "the state after 1,000 bytes without a newline");
    feed("x");
    assertEquals(State.TOO_LONG, protocol.state(), "the state after one byte more, no newline yet");
    assertLines(List.of(), feed("\nping\n"), "after a line that was too long");
    assertIgnores(protocol);

    var letters = "é".repeat(Protocol.LONGEST / 2) + "x";
    var another = new LineProtocol();
    assertLines(
        List.of("a"),
        feed(another, "a\n" + letters + "\nb\n"),
        "the lines before and after one of 501 letters in 1,001 bytes");
    assertEquals(State.TOO_LONG, another.state(), "the state after a line of 1,001 bytes");

    var counted = new LineProtocol();
    assertLines(
        List.of("a"),
        feed(counted, "a\n" + longest + "\r\nb\n"),
        "the lines before and after one of 1,000 bytes and a \\r, all in one read");
    assertEquals(State.TOO_LONG, counted.state(), "the state after 1,000 bytes and \"\\r\\n\"");

    var third = new LineProtocol();
    var many = feed(third, "b\n".repeat(Protocol.LONGEST));
    assertEquals(Protocol.LONGEST, many.size(), "how many lines of one letter, all in one read");
    assertEquals(State.OPEN, third.state(), "the state after many short lines");

    for (var size : List.of(1, 7, Protocol.LONGEST, 2 * Protocol.LONGEST)) {
      assertLimit("x".repeat(999) + "\r", size);
      assertLimit("€".repeat(333) + "x", size);
      assertLimit("🍕".repeat(250), size);
    }
  }

  /// @param longest 1,000 bytes
  private static void assertLimit(String longest, int size) {
    var when = ", in reads of " + size + " bytes";
    var protocol = new LineProtocol();
    for (var line : List.of("a", longest)) {
      var found = feedInReads(protocol, (line + "\n").getBytes(UTF_8), size);
      assertLines(
          List.of(line.replace("\r", "")), found, "the lines in " + shown(line + "\n") + when);
    }
    assertLines(List.of(), feedInReads(protocol, longest.getBytes(UTF_8), size), shown(longest));
    assertEquals(State.OPEN, protocol.state(), "the state after " + shown(longest) + when);
    assertLines(List.of(), feed(protocol, "\r"), "after " + shown(longest + "\r") + when);
    assertEquals(State.TOO_LONG, protocol.state(), "the state after " + shown(longest + "\r"));
  }

  @Explore
  @DisplayName("two connections share nothing, not even when both have lines at once")
  @Graded(points = 1, read = "the contract, Protocol.java")
  void twoConnections() throws InterruptedException {
    var buffer = new byte[6];
    var ann = new Talk();
    var bob = new Talk();
    ann.says("Grü", buffer);
    bob.says("hel", buffer);
    ann.says("ße\nst", buffer);
    bob.says("lo\nqui", buffer);
    var thread = Thread.ofPlatform().name("other").start(() -> ann.says("one\n", new byte[4]));
    bob.says("t\n", buffer);
    thread.join();
    ann.lines.addAll(ann.protocol.feed(buffer, -1));
    assertLines(List.of("Grüße", "stone"), ann.lines, "the lines of the first connection");
    assertLines(List.of("hello"), bob.lines, "the lines of the second connection");
    assertEquals(State.ENDED, ann.protocol.state(), "the state of the first, which has ended");
    assertEquals(State.QUIT, bob.protocol.state(), "the state of the second, which said quit");
  }

  private static final class Talk {
    private final Protocol protocol = new LineProtocol();
    private final List<String> lines = new ArrayList<>();

    private void says(String text, byte[] buffer) {
      var bytes = text.getBytes(UTF_8);
      System.arraycopy(bytes, 0, buffer, 0, bytes.length);
      lines.addAll(protocol.feed(buffer, bytes.length));
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

  private static List<String> feedInReads(Protocol protocol, byte[] bytes, int size) {
    var lines = new ArrayList<String>();
    for (var from = 0; from < bytes.length; from += size) {
      var to = Math.min(from + size, bytes.length);
      lines.addAll(feed(protocol, Arrays.copyOfRange(bytes, from, to)));
    }
    return lines;
  }

  /// It is in another state than [State#OPEN]; whatever comes now changes nothing.
  private static void assertIgnores(Protocol protocol) {
    var state = protocol.state();
    for (var later : List.of("c\n", "quit\n", "stop\n", "x".repeat(1_001) + "\n")) {
      assertLines(List.of(), feed(protocol, later), "after " + state + ", in " + shown(later));
      assertEquals(state, protocol.state(), "the state after " + state + " and " + shown(later));
    }
    assertLines(List.of(), protocol.feed(new byte[8], -1), "at the end, after " + state);
    assertEquals(state, protocol.state(), "the state at the end, after " + state);
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
    var named =
        INVISIBLE
            .matcher(visible)
            .replaceAll(one -> "\\\\u%04x".formatted(one.group().codePointAt(0)));
    var shorter =
        MANY.matcher(named)
            .replaceAll(run -> run.group(1) + " × " + run.group().length() / run.group(1).length());
    return '"' + shorter + '"';
  }
}
