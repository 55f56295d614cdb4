package _07_sockets.lab;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import workbook.MessageEvent.Act;

/// Records what each read got.
final class RecordingInputStream extends FilterInputStream {
  private final Party party;

  RecordingInputStream(InputStream bytes, Party party) {
    super(bytes);
    this.party = party;
  }

  @Override
  public int read() throws IOException {
    var one = new byte[1];
    return read(one, 0, 1) == 1 ? one[0] & 0xFF : -1;
  }

  @Override
  public int read(byte[] buffer, int start, int most) throws IOException {
    try {
      var length = super.read(buffer, start, most);
      if (length == -1) {
        party.turn(Act.SEES_END);
      } else {
        party.turn(Act.READS, Arrays.copyOfRange(buffer, start, start + length));
      }
      return length;
    } catch (IOException failure) {
      throw party.failed(failure);
    }
  }
}
