package _08_timeouts.lab;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import workbook.MessageEvent.Act;

/// What a [RecordedSocket] reads.
final class RecordedInput extends FilterInputStream {
  private final RecordedSocket socket;

  RecordedInput(InputStream in, RecordedSocket socket) {
    super(in);
    this.socket = socket;
  }

  @Override
  public int read() throws IOException {
    var one = new byte[1];
    return read(one, 0, 1) == 1 ? one[0] & 0xFF : -1;
  }

  @Override
  public int read(byte[] into, int at, int most) throws IOException {
    try {
      var got = in.read(into, at, most);
      if (got == -1) {
        socket.did(Act.SEES_END);
      } else {
        socket.did(Act.READS, Arrays.copyOfRange(into, at, at + got));
      }
      return got;
    } catch (IOException failure) {
      throw socket.failed("read", failure);
    }
  }
}
