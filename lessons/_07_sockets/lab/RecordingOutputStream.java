package _07_sockets.lab;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import workbook.MessageEvent.Act;

/// Records what each write is given.
final class RecordingOutputStream extends FilterOutputStream {
  private final Party party;

  RecordingOutputStream(OutputStream bytes, Party party) {
    super(bytes);
    this.party = party;
  }

  @Override
  public void write(int one) throws IOException {
    write(new byte[] {(byte) one}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int start, int length) throws IOException {
    party.turn(Act.WRITES, Arrays.copyOfRange(bytes, start, start + length));
    try {
      out.write(bytes, start, length);
    } catch (IOException failure) {
      throw party.failed(failure);
    }
  }
}
