package _08_timeouts.lab;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import workbook.MessageEvent.Act;

/// What a [RecordedSocket] writes.
final class RecordedOutput extends FilterOutputStream {
  private final RecordedSocket socket;

  RecordedOutput(OutputStream out, RecordedSocket socket) {
    super(out);
    this.socket = socket;
  }

  @Override
  public void write(int one) throws IOException {
    write(new byte[] {(byte) one}, 0, 1);
  }

  @Override
  public void write(byte[] from, int at, int many) throws IOException {
    socket.did(Act.WRITES, Arrays.copyOfRange(from, at, at + many));
    try {
      out.write(from, at, many);
    } catch (IOException failure) {
      throw socket.failed("write", failure);
    }
  }
}
