package _11_ipc.alternatives.sharedcounter;

import _11_ipc.FileCounter;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.util.Objects;
import java.util.concurrent.locks.ReentrantLock;
import java.util.zip.CRC32;

/// A log: each new sum goes behind the others, and the last complete one counts. Before the file
/// becomes too long, the newest is copied to the front, and the rest is cut off.
public final class AppendedRecords implements FileCounter {
  private static final ReentrantLock TURN = new ReentrantLock(true);
  private static final int RECORD = 2 * Long.BYTES;
  private static final int RECORDS = 200;

  private final FileChannel file;

  public AppendedRecords(FileChannel file) {
    this.file = Objects.requireNonNull(file);
  }

  @Override
  public long add(long step) throws IOException, InterruptedException {
    TURN.lockInterruptibly();
    try (var _ = lock(false)) {
      var sum = Math.addExact(sum(), step);
      replaceBy(sum);
      return sum;
    } finally {
      TURN.unlock();
    }
  }

  @Override
  public long get() throws IOException, InterruptedException {
    TURN.lockInterruptibly();
    try (var _ = lock(true)) {
      return sum();
    } finally {
      TURN.unlock();
    }
  }

  private FileLock lock(boolean shared) throws IOException, InterruptedException {
    while (true) {
      var lock = file.tryLock(0, Long.MAX_VALUE, shared);
      if (lock != null) {
        return lock;
      }
      Thread.sleep(1);
    }
  }

  private long sum() throws IOException {
    var records = records();
    if (records == 0) {
      return 0;
    }
    var bytes = ByteBuffer.allocate(RECORD);
    while (bytes.hasRemaining()) {
      file.read(bytes, (records - 1) * RECORD + bytes.position());
    }
    var sum = bytes.flip().getLong();
    if (bytes.getLong() != checksum(sum)) {
      throw new IOException("not a counter");
    }
    return sum;
  }

  /// How many records are complete. After them there may be one that was cut off.
  private long records() throws IOException {
    var records = file.size() / RECORD;
    if (records > RECORDS) {
      throw new IOException("not a counter");
    }
    return records;
  }

  private void replaceBy(long sum) throws IOException {
    var records = records();
    if (records == RECORDS) { // the oldest one counts no more: put the newest there
      file.write(record(sum()), 0);
      file.truncate(RECORD);
      records = 1;
    }
    file.write(record(sum), records * RECORD);
  }

  private static ByteBuffer record(long sum) {
    return ByteBuffer.allocate(RECORD).putLong(sum).putLong(checksum(sum)).flip();
  }

  private static long checksum(long sum) {
    var crc = new CRC32();
    crc.update(ByteBuffer.allocate(Long.BYTES).putLong(0, sum));
    return crc.getValue();
  }
}
