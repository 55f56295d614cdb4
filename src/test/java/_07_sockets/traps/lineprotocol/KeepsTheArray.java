package _07_sockets.traps.lineprotocol;

import _07_sockets.Protocol;
import book.Trap;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

@Trap(
    belief = "an array that was handed over is mine",
    fails = "theBufferIsTheCallers",
    saying = "but was: <[\"c\", \"c\"]>")
public final class KeepsTheArray implements Protocol {
  private final List<ByteBuffer> pieces = new ArrayList<>();
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
    pieces.add(ByteBuffer.wrap(buffer, 0, length));
    var bytes = new ByteArrayOutputStream();
    for (var piece : pieces) {
      bytes.write(piece.array(), 0, piece.limit());
    }
    var text = bytes.toString(StandardCharsets.UTF_8);
    var end = text.lastIndexOf('\n') + 1;
    if (end > 0) {
      pieces.clear();
      pieces.add(ByteBuffer.wrap(text.substring(end).getBytes(StandardCharsets.UTF_8)));
      for (var line : text.substring(0, end - 1).split("\n", -1)) {
        if (state == State.OPEN) {
          take(line.replaceFirst("\r$", ""), lines);
        }
      }
    } else if (bytes.size() > LONGEST) {
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
