package _11_ipc.traps.sharedcounter;

import _11_ipc.FileCounter;
import book.Trap;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.util.Objects;
import java.util.concurrent.locks.ReentrantLock;
import java.util.zip.CRC32;

@Trap(
    belief = "a file is cut when it is too long",
    fails = "counting",
    saying = "the file has more than 4,096 bytes after many calls")
public final class CutsTooLate implements FileCounter {
  private static final ReentrantLock TURN = new ReentrantLock();
  private static final int RECORD = 2 * Long.BYTES;
  private static final int RECORDS = 256;

  private final FileChannel file;

  public CutsTooLate(FileChannel file) {
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
      if (file.read(bytes, (records - 1) * RECORD + bytes.position()) < 0) {
        throw new IOException("the file is shorter than it was");
      }
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
    if (records > RECORDS) { // the oldest one counts no more: put the newest there
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
