package _07_sockets.traps.lineprotocol;

import _07_sockets.Protocol;
import book.Trap;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

@Trap(
    belief = "a carriage return is no part of the line, so it does not count",
    fails = "tooLong",
    saying = "one of 1,000 bytes and a")
public final class ReturnsAreFree implements Protocol {
  private final ByteArrayOutputStream unfinished = new ByteArrayOutputStream();
  private State state = State.OPEN;

  @Override
  public List<String> feed(byte[] buffer, int length) {
    var lines = new ArrayList<String>();
    for (var next = 0; next < length && state == State.OPEN; next++) {
      if (buffer[next] == '\n') {
        take(line(), lines);
      } else if (letters(unfinished) == LONGEST && buffer[next] != '\r') {
        state = State.TOO_LONG;
      } else {
        unfinished.write(buffer[next]);
      }
    }
    if (length == -1 && state == State.OPEN) {
      state = State.ENDED;
    }
    return lines;
  }

  private static int letters(ByteArrayOutputStream line) {
    var text = line.toString(StandardCharsets.ISO_8859_1);
    return text.replace("\r", "").length();
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
