package _07_sockets.solution;

import _07_sockets.Protocol;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// Goes through the bytes one by one and keeps those of the line that is not whole yet. They become
/// text when the line is whole, never before.
public final class LineProtocol implements Protocol {
  private final ByteArrayOutputStream unfinished = new ByteArrayOutputStream();
  private State state = State.OPEN;

  @Override
  public List<String> feed(byte[] buffer, int length) {
    var lines = new ArrayList<String>();
    for (var next = 0; next < length && state == State.OPEN; next++) {
      if (buffer[next] == '\n') {
        take(line(), lines);
      } else {
        remember(buffer[next]);
      }
    }
    if (length == -1 && state == State.OPEN) {
      state = State.ENDED;
    }
    return lines;
  }

  private void remember(byte one) {
    if (unfinished.size() == LONGEST) {
      state = State.TOO_LONG;
    } else {
      unfinished.write(one);
    }
  }

  /// The line that has just become whole.
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
