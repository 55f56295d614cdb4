package _07_sockets.traps.lineprotocol;

import _07_sockets.Protocol;
import book.Trap;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

@Trap(
    belief = "what is used only during a call can serve all connections",
    fails = "twoConnections",
    saying = "the lines of the second connection")
public final class OneScratchForAll implements Protocol {
  private static final StringBuilder SCRATCH = new StringBuilder();

  private final ByteArrayOutputStream unfinished = new ByteArrayOutputStream();
  private State state = State.OPEN;

  @Override
  public List<String> feed(byte[] buffer, int length) {
    var lines = new ArrayList<String>();
    for (var next = 0; next < length && state == State.OPEN; next++) {
      if (buffer[next] == '\n') {
        take(line(), lines);
      } else {
        if (unfinished.size() == LONGEST) {
          state = State.TOO_LONG;
        } else {
          unfinished.write(buffer[next]);
        }
      }
    }
    if (length == -1 && state == State.OPEN) {
      state = State.ENDED;
    }
    return lines;
  }

  private String line() {
    SCRATCH.setLength(0);
    SCRATCH.append(unfinished.toString(StandardCharsets.UTF_8));
    unfinished.reset();
    if (!SCRATCH.isEmpty() && SCRATCH.charAt(SCRATCH.length() - 1) == '\r') {
      SCRATCH.setLength(SCRATCH.length() - 1);
    }
    return SCRATCH.toString();
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
