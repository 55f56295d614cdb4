package _07_sockets.traps.lineprotocol;

import _07_sockets.Protocol;
import book.Trap;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Scanner;

@Trap(
    belief = "Scanner.nextLine finds the newlines",
    fails = "severalLines",
    saying = "no newline but \\n ends a line")
public final class AnySeparator implements Protocol {
  private final ByteArrayOutputStream unfinished = new ByteArrayOutputStream();
  private State state = State.OPEN;

  @Override
  public List<String> feed(byte[] buffer, int length) {
    var lines = new ArrayList<String>();
    for (var next = 0; next < length && state == State.OPEN; next++) {
      if (buffer[next] == '\n') {
        unfinished.write('\n');
        for (var whole = whole(); whole.hasNextLine() && state == State.OPEN; ) {
          take(whole.nextLine(), lines);
        }
      } else if (unfinished.size() == LONGEST) {
        state = State.TOO_LONG;
      } else {
        unfinished.write(buffer[next]);
      }
    }
    if (length == -1 && state == State.OPEN) {
      state = State.ENDED;
    }
    return lines;
  }

  private Scanner whole() {
    var whole = unfinished.toString(StandardCharsets.UTF_8);
    unfinished.reset();
    return new Scanner(whole);
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
