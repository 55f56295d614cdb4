package _10_servers;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// What clients of EchoServer's tests say: commands, and what only looks like one.
public final class EchoCommands {
  /// Where counters of a line's length may overflow, and where buffers may end.
  private static final List<Integer> LENGTHS = List.of(3, 7, 256, 20_000, 65_536);

  private EchoCommands() {}

  /// Says a command, and hears it and the end of the stream.
  public static void end(RudeClient client, List<String> pieces) throws Exception {
    for (var piece : pieces) {
      client.says(piece).hears(piece, "what comes back of " + shown(pieces));
    }
    client.hearsTheEnd("what follows the echo of " + shown(pieces));
  }

  /// Says what only looks like a command, and hears it.
  public static void endNothing(RunningServer server, String word) throws Exception {
    var client = server.client();
    for (var pieces : similar(word)) {
      for (var piece : pieces) {
        client.says(piece).hears(piece);
      }
    }
    var ann = server.client().says(word.substring(0, 2)).hears(word.substring(0, 2));
    var bob = server.client().says(word.substring(2) + "\n").hears(word.substring(2) + "\n");
    ann.says("!\n").hears("!\n", "what comes back when two clients say half a command each");
    bob.says("!\n").hears("!\n", "what comes back when two clients say half a command each");
  }

  /// A command, said in one piece, in two wherever it can be cut, and byte by byte.
  public static List<List<String>> inPieces(String word) {
    var all = new ArrayList<List<String>>();
    for (var text : List.of(word + "\n", "a\n" + word + "\r\n")) {
      all.add(List.of(text));
      for (var cut = 1; cut < text.length(); cut++) {
        all.add(List.of(text.substring(0, cut), text.substring(cut)));
      }
    }
    all.add(List.of("\n" + word + "\n"));
    all.add(Stream.of((word + "\r\n").split("")).toList());
    all.add(List.of(word, "\r", "\n"));
    all.add(List.of("x".repeat(40_000), "\n" + word.substring(0, 3), word.substring(3) + "\n"));
    return all;
  }

  /// What one client may say, one after the other, without saying a command: each in its pieces.
  private static List<List<String>> similar(String word) {
    var all = new ArrayList<List<String>>();
    for (var line :
        List.of(
            "%s now\n",
            "%ss\n",
            " %s\n",
            "%s \n",
            "\t%s\n",
            "non%s\n",
            "%S\n",
            "%s\r\r\n",
            "\r%s\n",
            "\r\n\r%s\r\n",
            "%s\0\n",
            "\0%s\n",
            "%1$s%1$s\n",
            "%s\t\r\n",
            "\"%s\"\n")) {
      all.add(List.of(line.formatted(word)));
    }
    var half = word.substring(0, 2);
    all.add(List.of("x", word + "\n"));
    all.add(List.of(word, "\r", "\r\n"));
    all.add(List.of(word, " and go on\n"));
    all.add(List.of(half, half, "\n"));
    all.add(List.of(half, "\n", word.substring(2), "\n"));
    all.add(List.of(word.substring(0, 3) + "\r", word.substring(3) + "\n"));
    all.add(List.of(word.substring(0, 3), "\n"));
    for (var length : LENGTHS) {
      all.add(List.of("x".repeat(length) + word + "\n"));
      all.add(List.of("x".repeat(length), word + "\r\n"));
      all.add(List.of(word + "x".repeat(length) + "\n"));
    }
    return all;
  }

  /// Pieces as they are told to the learner, each in quotes.
  public static String shown(List<String> pieces) {
    return pieces.getFirst().length() > LENGTHS.get(1)
        ? "a long line, then a command"
        : pieces.stream().map(EchoCommands::shown).collect(joining(", ", "[", "]"));
  }

  private static String shown(String piece) {
    return '"' + piece.replace("\n", "\\n").replace("\r", "\\r") + '"';
  }
}
