package _07_sockets.lab;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/// Counts the reads. Not safe to use from several threads at once.
final class CountingInputStream extends FilterInputStream {
  private int reads;

  CountingInputStream(InputStream bytes) {
    super(bytes);
  }

  @Override
  public int read(byte[] buffer, int start, int most) throws IOException {
    reads++;
    return super.read(buffer, start, most);
  }

  int reads() {
    return reads;
  }
}
