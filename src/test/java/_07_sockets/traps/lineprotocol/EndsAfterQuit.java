package _07_sockets.traps.lineprotocol;

import _07_sockets.Protocol;
import book.Trap;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

@Trap(
    belief = "the end is the end, whatever was before",
    fails = "commands",
    saying = "the state at the end, after QUIT")
public final class EndsAfterQuit implements Protocol {
  private final ByteArrayOutputStream unfinished = new ByteArrayOutputStream();
  private State state = State.OPEN;

  @Override
  public List<String> feed(byte[] buffer, int length) {
    var lines = new ArrayList<String>();
    for (var next = 0; next < length && state == State.OPEN; next++) {
      if (buffer[next] == '\n') {
        take(line(), lines);
      } else if (unfinished.size() == LONGEST) {
        state = State.TOO_LONG;
      } else {
        unfinished.write(buffer[next]);
      }
    }
    if (length == -1) {
      state = State.ENDED;
    }
    return lines;
  }

  private String line() {
    var line = unfinished.toString(StandardCharsets.UTF_8);
    unfinished.reset();
    return line.endsWith("\r") ? line.substring(0, line.length() - 1) : line;
  }

  private void take(String line, List<String> lines) {
    switch (line) {
      case "quit" -> state = State.QUIT;
      case "stop" -> state = State.STOP;
      default -> lines.add(line);
    }
  }

  @Override
  public State state() {
    return state;
  }
}
