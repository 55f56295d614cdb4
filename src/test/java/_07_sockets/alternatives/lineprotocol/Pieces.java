package _07_sockets.alternatives.lineprotocol;

import _07_sockets.Protocol;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Copies the unfinished rest of each read and puts it before the next one.
public final class Pieces implements Protocol {
  private byte[] rest = new byte[0];
  private State state = State.OPEN;

  @Override
  public List<String> feed(byte[] buffer, int length) {
    if (length == -1 && state == State.OPEN) {
      state = State.ENDED;
    }
    if (state != State.OPEN) {
      return List.of();
    }
    var all = Arrays.copyOf(rest, rest.length + length);
    System.arraycopy(buffer, 0, all, rest.length, length);
    var lines = new ArrayList<String>();
    var start = 0;
    for (var at = 0; at < all.length && state == State.OPEN; at++) {
      if (all[at] == '\n') {
        line(Arrays.copyOfRange(all, start, at), lines);
        start = at + 1;
      } else if (at - start == LONGEST) {
        state = State.TOO_LONG;
      }
    }
    rest = Arrays.copyOfRange(all, start, all.length);
    return lines;
  }

  private void line(byte[] bytes, List<String> lines) {
    var line = new String(bytes, StandardCharsets.UTF_8);
    if (line.endsWith("\r")) {
      line = line.substring(0, line.length() - 1);
    }
    if (line.equals("quit")) {
      state = State.QUIT;
    } else if (line.equals("stop")) {
      state = State.STOP;
    } else {
      lines.add(line);
    }
  }

  @Override
  public State state() {
    return state;
  }
}
