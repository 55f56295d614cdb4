package _07_sockets.traps.lineprotocol;

import _07_sockets.Protocol;
import book.Trap;
import java.util.ArrayList;
import java.util.List;

@Trap(
    belief = "a letter has one, two or three bytes",
    fails = "severalLines",
    saying = "the lines in \"🍕 8 €")
public final class ThreeByteLetters implements Protocol {
  private final StringBuilder unfinished = new StringBuilder();
  private int size;
  private int missing;
  private int letter;
  private State state = State.OPEN;

  @Override
  public List<String> feed(byte[] buffer, int length) {
    var lines = new ArrayList<String>();
    for (var next = 0; next < length && state == State.OPEN; next++) {
      if (buffer[next] == '\n') {
        take(line(), lines);
      } else if (size == LONGEST) {
        state = State.TOO_LONG;
      } else {
        size++;
        decode(buffer[next] & 0xff);
      }
    }
    if (length == -1 && state == State.OPEN) {
      state = State.ENDED;
    }
    return lines;
  }

  private void decode(int one) {
    if (missing > 0) {
      letter = letter << 6 | one & 0x3f;
      missing--;
    } else {
      missing = one < 0xc0 ? 0 : one < 0xe0 ? 1 : 2;
      letter = missing == 0 ? one : one & 0x1f >> missing - 1;
    }
    if (missing == 0) {
      unfinished.append((char) letter);
    }
  }

  private String line() {
    var line = unfinished.toString();
    unfinished.setLength(0);
    size = 0;
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
