package _10_servers;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.nio.ByteBuffer;

/// Says everything back at once, whether a line is whole or not: a client may never send a newline.
///
/// A line `quit` ends the connection, a line `stop` the server; neither is said back. Such a line
/// begins where a line or a chunk begins, and may come in pieces: then the first pieces were said
/// back before anybody could know.
final class EchoHandler implements Handler {
  private static final int LONGER_THAN_ANY_COMMAND = 6;

  private String begun = ""; // of the line that has not ended, as much as a command may have

  @Override
  public Answer received(ByteBuffer chunk) {
    var bytes = new byte[chunk.remaining()];
    chunk.get(chunk.position(), bytes);
    var text = new String(bytes, ISO_8859_1); // a letter for each byte
    var start = 0;
    for (int end; (end = text.indexOf('\n', start)) != -1; start = end + 1) {
      var line = text.substring(start, end);
      var then = isCommand(line) ? meaning(line) : meaning(begun + line);
      if (then != Then.GO_ON) {
        return new Answer(chunk.limit(chunk.position() + start), then);
      }
      begun = "";
    }
    begun += text.substring(start, Math.min(text.length(), start + LONGER_THAN_ANY_COMMAND));
    begun = begun.substring(0, Math.min(begun.length(), LONGER_THAN_ANY_COMMAND));
    return new Answer(chunk, Then.GO_ON);
  }

  private static boolean isCommand(String line) {
    return meaning(line) != Then.GO_ON;
  }

  private static Then meaning(String line) {
    return switch (line) {
      case "quit", "quit\r" -> Then.QUIT;
      case "stop", "stop\r" -> Then.STOP;
      default -> Then.GO_ON;
    };
  }
}
