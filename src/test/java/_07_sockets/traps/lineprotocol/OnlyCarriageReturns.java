package _07_sockets.traps.lineprotocol;

import _07_sockets.Protocol;
import book.Trap;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

@Trap(
    belief = "a line of the network ends with \\r\\n",
    fails = "severalLines",
    saying = "but was: <[]>")
public final class OnlyCarriageReturns implements Protocol {
  private String text = "";
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
    text += new String(buffer, 0, length, StandardCharsets.UTF_8);
    for (int end; state == State.OPEN && (end = text.indexOf("\r\n")) >= 0; ) {
      take(text.substring(0, end), lines);
      text = text.substring(end + 2);
    }
    if (text.length() > LONGEST) {
      state = State.TOO_LONG;
    }
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
