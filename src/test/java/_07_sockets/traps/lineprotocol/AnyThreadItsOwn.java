package _07_sockets.traps.lineprotocol;

import _07_sockets.Protocol;
import book.Trap;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

@Trap(belief = "one connection, one thread", fails = "aLineInPieces", saying = "in another thread")
public final class AnyThreadItsOwn implements Protocol {
  private final ThreadLocal<ByteArrayOutputStream> unfinished =
      ThreadLocal.withInitial(ByteArrayOutputStream::new);
  private State state = State.OPEN;

  @Override
  public List<String> feed(byte[] buffer, int length) {
    var lines = new ArrayList<String>();
    for (var next = 0; next < length && state == State.OPEN; next++) {
      if (buffer[next] == '\n') {
        take(line(), lines);
      } else if (unfinished.get().size() == LONGEST) {
        state = State.TOO_LONG;
      } else {
        unfinished.get().write(buffer[next]);
      }
    }
    if (length == -1 && state == State.OPEN) {
      state = State.ENDED;
    }
    return lines;
  }

  private String line() {
    var line = unfinished.get().toString(StandardCharsets.UTF_8);
    unfinished.get().reset();
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
