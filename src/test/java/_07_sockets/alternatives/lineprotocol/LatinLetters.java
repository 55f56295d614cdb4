package _07_sockets.alternatives.lineprotocol;

import _07_sockets.Protocol;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// Keeps the bytes as Latin-1 text, where a byte is always one letter, so that all methods of a
/// string can be used. Only a whole line is read as UTF-8.
public final class LatinLetters implements Protocol {
  private final StringBuilder waiting = new StringBuilder();
  private State state = State.OPEN;

  @Override
  public List<String> feed(byte[] buffer, int length) {
    if (state != State.OPEN) {
      return List.of();
    }
    if (length < 0) {
      state = State.ENDED;
      return List.of();
    }
    waiting.append(new String(buffer, 0, length, StandardCharsets.ISO_8859_1));
    var lines = new ArrayList<String>();
    for (int end; state == State.OPEN && (end = waiting.indexOf("\n")) >= 0; ) {
      if (end > LONGEST) {
        break;
      }
      var line = waiting.substring(0, end).replaceFirst("\r\\z", "");
      waiting.delete(0, end + 1);
      switch (line) {
        case "quit" -> state = State.QUIT;
        case "stop" -> state = State.STOP;
        default ->
            lines.add(
                new String(line.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8));
      }
    }
    if (state == State.OPEN && waiting.length() > LONGEST) {
      state = State.TOO_LONG;
    }
    return lines;
  }

  @Override
  public State state() {
    return state;
  }
}
