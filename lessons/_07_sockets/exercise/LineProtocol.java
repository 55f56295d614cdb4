package _07_sockets.exercise;

import _07_sockets.Protocol;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// Finds the lines in what a connection's reads got.
public final class LineProtocol implements Protocol {
  private State state = State.OPEN;

  // TODO: this is right as long as each read gets one whole line. But a read ends where it likes:
  // within a line, within a letter, after several lines. What must be remembered until the next
  // one?

  @Override
  public List<String> feed(byte[] buffer, int length) {
    var lines = new ArrayList<String>();
    var line = new String(buffer, 0, length, StandardCharsets.UTF_8).strip();
    if (line.equals("quit")) {
      state = State.QUIT;
    } else {
      lines.add(line);
    }
    return lines;
  }

  @Override
  public State state() {
    return state;
  }
}
