package _11_ipc;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;

/// A channel to a real file that brings half of the bytes it could at each read, and at least one
/// while there are any: as channels may.
final class ShortReads extends InstrumentedChannel {
  private final FileChannel file;

  ShortReads(FileChannel file, Probe probe) {
    super(file, probe);
    this.file = file;
  }

  @Override
  public int read(ByteBuffer into) throws IOException {
    return half(into, file.position(), () -> super.read(into));
  }

  @Override
  public int read(ByteBuffer into, long at) throws IOException {
    return half(into, at, () -> super.read(into, at));
  }

  @Override
  public long read(ByteBuffer[] into, int offset, int length) throws IOException {
    for (var i = offset; i < offset + length; i++) {
      if (into[i].hasRemaining()) {
        return read(into[i]); // the others have their turn when this one is full
      }
    }
    return 0;
  }

  private interface Read {
    int run() throws IOException;
  }

  private int half(ByteBuffer into, long at, Read read) throws IOException {
    var end = into.limit();
    var there = Math.clamp(file.size() - at, 0, into.remaining());
    if (there > 0) {
      into.limit(into.position() + (there + 1) / 2);
    }
    try {
      return read.run();
    } finally {
      into.limit(end);
    }
  }
}
