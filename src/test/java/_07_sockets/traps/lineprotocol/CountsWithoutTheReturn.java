package _07_sockets.traps.lineprotocol;

import _07_sockets.Protocol;
import book.Trap;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

@Trap(
    belief = "what is cut off does not count",
    fails = "tooLong",
    saying = "one of 1,000 bytes and a")
public final class CountsWithoutTheReturn implements Protocol {
  private final ByteArrayOutputStream rest = new ByteArrayOutputStream();
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
    rest.write(buffer, 0, length);
    var all = rest.toByteArray();
    rest.reset();
    var from = 0;
    for (var at = 0; at < all.length; at++) {
      if (all[at] != '\n') {
        continue;
      }
      var to = at > from && all[at - 1] == '\r' ? at - 1 : at;
      if (to - from > LONGEST) {
        state = State.TOO_LONG;
        return lines;
      }
      var line = new String(all, from, to - from, StandardCharsets.UTF_8);
      from = at + 1;
      if (line.equals("quit")) {
        state = State.QUIT;
        return lines;
      }
      if (line.equals("stop")) {
        state = State.STOP;
        return lines;
      }
      lines.add(line);
    }
    rest.write(all, from, all.length - from);
    if (rest.size() > LONGEST) {
      state = State.TOO_LONG;
    }
    return lines;
  }

  @Override
  public State state() {
    return state;
  }
}
