package _07_sockets;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;

/// Reads a text until its bytes end. When do the bytes become letters?
public abstract sealed class LettersInPieces {
  /// Blocks until the bytes end.
  ///
  /// @param most how many bytes one read may take, from 1
  public abstract String readAll(InputStream from, int most) throws IOException;

  /// Makes letters of each read.
  public static final class Broken extends LettersInPieces {
    @Override
    public String readAll(InputStream from, int most) throws IOException {
      var text = new StringBuilder();
      var buffer = new byte[most];
      for (int length; (length = from.read(buffer)) != -1; ) {
        text.append(new String(buffer, 0, length, UTF_8));
      }
      return text.toString();
    }
  }

  /// Collects the bytes, and makes letters of all of them.
  public static final class Mended extends LettersInPieces {
    @Override
    public String readAll(InputStream from, int most) throws IOException {
      var bytes = new ByteArrayOutputStream();
      var buffer = new byte[most];
      for (int length; (length = from.read(buffer)) != -1; ) {
        bytes.write(buffer, 0, length);
      }
      return bytes.toString(UTF_8);
    }
  }
}
