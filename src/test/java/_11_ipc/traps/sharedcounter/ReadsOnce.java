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
    belief = "a read fills the buffer, if so much is there",
    fails = "reading",
    saying = "Each read of the next one brings half of what is there")
public final class ReadsOnce implements FileCounter {
  /// Keeps out the threads of this process. A file lock belongs to the process, not to a thread.
  private static final ReentrantLock TURN = new ReentrantLock();

  private final FileChannel file;

  public ReadsOnce(FileChannel file) {
    this.file = Objects.requireNonNull(file);
  }

  @Override
  public long add(long step) throws IOException, InterruptedException {
    TURN.lockInterruptibly();
    try (var _ = lock(false)) {
      var newest = newest();
      var next = new Slot(newest.number + 1, Math.addExact(newest.sum, step));
      file.write(next.bytes(), next.place());
      return next.sum;
    } finally {
      TURN.unlock();
    }
  }

  @Override
  public long get() throws IOException, InterruptedException {
    TURN.lockInterruptibly();
    try (var _ = lock(true)) {
      return newest().sum;
    } finally {
      TURN.unlock();
    }
  }

  /// Keeps out the other processes. The system releases it when this one dies.
  private FileLock lock(boolean shared) throws IOException, InterruptedException {
    while (true) {
      var lock = file.tryLock(0, Long.MAX_VALUE, shared);
      if (lock != null) {
        return lock;
      }
      Thread.sleep(1);
    }
  }

  private Slot newest() throws IOException {
    var size = file.size();
    if (size > 2 * Slot.SIZE) {
      throw new IOException("not a counter: " + size + " bytes");
    }
    var bytes = ByteBuffer.allocate(2 * Slot.SIZE);
    file.read(bytes, 0);
    bytes.flip();
    var newest = Slot.NONE;
    while (bytes.remaining() >= Slot.SIZE) {
      var slot = Slot.read(bytes);
      newest = slot.number > newest.number ? slot : newest;
    }
    if (newest == Slot.NONE && size >= Slot.SIZE) { // the first slot was complete once
      throw new IOException("not a counter, or a damaged one");
    }
    return newest;
  }

  /// A sum, and how many sums there were before it. The checksum tells whether it is complete.
  private record Slot(long number, long sum) {
    static final int SIZE = 3 * Long.BYTES;
    static final Slot NONE = new Slot(-1, 0);

    long place() {
      return number % 2 * SIZE;
    }

    ByteBuffer bytes() {
      return ByteBuffer.allocate(SIZE).putLong(number).putLong(sum).putLong(checksum()).flip();
    }

    static Slot read(ByteBuffer from) {
      var slot = new Slot(from.getLong(), from.getLong());
      return from.getLong() == slot.checksum() ? slot : NONE;
    }

    private long checksum() {
      var crc = new CRC32();
      crc.update(ByteBuffer.allocate(2 * Long.BYTES).putLong(number).putLong(sum).flip());
      return crc.getValue();
    }
  }
}
