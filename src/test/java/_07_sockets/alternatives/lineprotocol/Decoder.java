package _07_sockets.alternatives.lineprotocol;

import _07_sockets.Protocol;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// A decoder remembers half a letter from one read to the next, so the text can be kept as text.
/// The bytes are counted beside it.
public final class Decoder implements Protocol {
  private final CharsetDecoder decoder =
      StandardCharsets.UTF_8
          .newDecoder()
          .onMalformedInput(CodingErrorAction.REPLACE)
          .onUnmappableCharacter(CodingErrorAction.REPLACE);
  private final ByteBuffer bytes = ByteBuffer.allocate(8);
  private final CharBuffer letters = CharBuffer.allocate(8);
  private final StringBuilder line = new StringBuilder();
  private int size;
  private State state = State.OPEN;

  @Override
  public List<String> feed(byte[] buffer, int length) {
    List<String> lines = new ArrayList<>();
    if (state == State.OPEN && length == -1) {
      state = State.ENDED;
    }
    for (var i = 0; i < length && state == State.OPEN; i++) {
      decode(buffer[i]);
      if (buffer[i] == '\n') {
        finish(lines);
      } else if (++size > LONGEST) {
        state = State.TOO_LONG;
      }
    }
    return lines;
  }

  /// What the byte completes goes to the line; half a letter stays in `bytes`.
  private void decode(byte one) {
    bytes.put(one).flip();
    decoder.decode(bytes, letters, false);
    bytes.compact();
    line.append(letters.flip());
    letters.clear();
  }

  private void finish(List<String> lines) {
    line.setLength(line.length() - 1);
    if (!line.isEmpty() && line.charAt(line.length() - 1) == '\r') {
      line.setLength(line.length() - 1);
    }
    if (line.compareTo(new StringBuilder("quit")) == 0) {
      state = State.QUIT;
    } else if (line.compareTo(new StringBuilder("stop")) == 0) {
      state = State.STOP;
    } else {
      lines.add(line.toString());
    }
    line.setLength(0);
    size = 0;
  }

  @Override
  public State state() {
    return state;
  }
}
