package _07_sockets.traps.lineprotocol;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import _07_sockets.Protocol;
import book.Trap;
import java.util.ArrayList;
import java.util.List;

@Trap(
    belief = "\\r and \\n come together",
    fails = "carriageReturns",
    saying = "after \"e\\r\" and \"\\n\"")
public final class ReplacesReturnsInEachRead implements Protocol {
  private String unfinished = "";
  private State state = State.OPEN;

  @Override
  public List<String> feed(byte[] buffer, int length) {
    var lines = new ArrayList<String>();
    if (length == -1 && state == State.OPEN) {
      state = State.ENDED;
    }
    if (state != State.OPEN) {
      return lines;
    }
    unfinished += new String(buffer, 0, length, ISO_8859_1).replace("\r\n", "\n");
    for (int end; state == State.OPEN && (end = unfinished.indexOf('\n')) >= 0; ) {
      take(new String(unfinished.substring(0, end).getBytes(ISO_8859_1), UTF_8), lines);
      unfinished = unfinished.substring(end + 1);
    }
    if (unfinished.length() > LONGEST && state == State.OPEN) {
      state = State.TOO_LONG;
    }
    return lines;
  }

  private void take(String line, List<String> lines) {
    if (line.length() > LONGEST) {
      state = State.TOO_LONG;
      return;
    }
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
