package _07_sockets.traps.lineprotocol;

import _07_sockets.Protocol;
import book.Trap;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

@Trap(
    belief = "a byte order mark is no text",
    fails = "severalLines",
    saying = "ufeffa\"]> but was: <[\"a\"]>")
public final class DropsTheMark implements Protocol {
  private final byte[] line = new byte[LONGEST + 1];
  private int count;
  private State state = State.OPEN;

  @Override
  public List<String> feed(byte[] buffer, int length) {
    var lines = new ArrayList<String>();
    if (state != State.OPEN) {
      return lines;
    }
    if (length < 0) {
      state = State.ENDED;
      return lines;
    }
    for (var n = 0; n < length && state == State.OPEN; n++) {
      if (buffer[n] == '\n') {
        var end = count > 0 && line[count - 1] == '\r' ? count - 1 : count;
        var text = new String(line, 0, end, StandardCharsets.UTF_8);
        count = 0;
        if (text.startsWith("\uFEFF")) {
          text = text.substring(1);
        }
        switch (text) {
          case "quit" -> state = State.QUIT;
          case "stop" -> state = State.STOP;
          default -> lines.add(text);
        }
      } else {
        line[count++] = buffer[n];
        if (count > LONGEST) {
          state = State.TOO_LONG;
        }
      }
    }
    return lines;
  }

  @Override
  public State state() {
    return state;
  }
}
