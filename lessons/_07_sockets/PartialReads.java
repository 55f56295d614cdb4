package _07_sockets;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;

/// Reads `ping`, a message of four bytes, from a stream that somebody writes in pieces.
public abstract sealed class PartialReads {
  private static final int LENGTH = 4;

  /// Blocks until there is something to read.
  ///
  /// @param most how many bytes one read may take, from 1
  public abstract String readPing(InputStream from, int most) throws IOException;

  /// Takes what one read gets for the message.
  public static final class Broken extends PartialReads {
    @Override
    public String readPing(InputStream from, int most) throws IOException {
      var message = new byte[LENGTH];
      var length = read(from, message, 0, most);
      return new String(message, 0, length, UTF_8);
    }
  }

  /// Reads until the message is whole.
  public static final class Mended extends PartialReads {
    @Override
    public String readPing(InputStream from, int most) throws IOException {
      var message = new byte[LENGTH];
      var length = 0;
      while (length < LENGTH) {
        length += read(from, message, length, most);
      }
      return new String(message, 0, length, UTF_8);
    }
  }

  /// One read.
  ///
  /// @return how many bytes it got, from 1
  private static int read(InputStream from, byte[] message, int start, int most)
      throws IOException {
    var length = from.read(message, start, Math.min(most, LENGTH - start));
    if (length == -1) {
      throw new EOFException("the bytes ended within a ping");
    }
    return length;
  }
}
