package _11_ipc.exercise;

import _11_ipc.FileCounter;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.Objects;

/// Keeps its sum in the eight bytes of a file.
public final class SharedCounter implements FileCounter {
  private final FileChannel file;

  public SharedCounter(FileChannel file) {
    this.file = Objects.requireNonNull(file);
  }

  // TODO: right as long as one thread of one process counts, and lives. What can another process
  // do between the lines? What is in the file when this one is killed after half of a write?

  @Override
  public long add(long step) throws IOException, InterruptedException {
    var sum = get() + step;
    file.write(ByteBuffer.allocate(Long.BYTES).putLong(sum).flip(), 0);
    return sum;
  }

  @Override
  public long get() throws IOException, InterruptedException {
    var bytes = ByteBuffer.allocate(Long.BYTES);
    return file.read(bytes, 0) == Long.BYTES ? bytes.flip().getLong() : 0;
  }
}
