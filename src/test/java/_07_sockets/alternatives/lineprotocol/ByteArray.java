package _07_sockets.alternatives.lineprotocol;

import _07_sockets.Protocol;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// One array that is as long as a line may be, made once. Nothing grows, whatever the client sends.
public final class ByteArray implements Protocol {
  private final byte[] line = new byte[LONGEST];
  private int size;
  private State state = State.OPEN;

  @Override
  public List<String> feed(byte[] buffer, int length) {
    var lines = new ArrayList<String>();
    if (length == -1 && state == State.OPEN) {
      state = State.ENDED;
    }
    for (var start = 0; start < length && state == State.OPEN; ) {
      var end = start;
      while (end < length && buffer[end] != '\n') {
        end++;
      }
      if (size + end - start > LONGEST) {
        state = State.TOO_LONG;
        break;
      }
      System.arraycopy(buffer, start, line, size, end - start);
      size += end - start;
      if (end < length) {
        finish(lines);
      }
      start = end + 1;
    }
    return List.copyOf(lines);
  }

  private void finish(List<String> lines) {
    var letters = size > 0 && line[size - 1] == '\r' ? size - 1 : size;
    var text = new String(line, 0, letters, StandardCharsets.UTF_8);
    size = 0;
    if (text.equals("quit") || text.equals("stop")) {
      state = text.equals("quit") ? State.QUIT : State.STOP;
    } else {
      lines.add(text);
    }
  }

  @Override
  public State state() {
    return state;
  }
}
