package _07_sockets.traps.lineprotocol;

import _07_sockets.Protocol;
import book.Trap;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

@Trap(belief = "one read is one message", fails = "severalLines", saying = "but was: <[\"a\\n\\n b")
public final class ReadIsMessage implements Protocol {
  private State state = State.OPEN;

  @Override
  public List<String> feed(byte[] buffer, int length) {
    var lines = new ArrayList<String>();
    if (state != State.OPEN) {
      return lines;
    }
    if (length == -1) {
      state = State.ENDED;
      return lines;
    }
    var line = new String(buffer, 0, length, StandardCharsets.UTF_8);
    take(line.strip(), lines);
    return lines;
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
