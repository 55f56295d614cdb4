package _11_ipc.alternatives.sharedcounter;

import _11_ipc.FileCounter;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.util.Objects;
import java.util.concurrent.locks.ReentrantLock;

/// Puts the old sum aside before it overwrites it. Whoever finds the mark of an unfinished update
/// takes the sum that was put aside: the update is rolled back.
public final class UndoJournal implements FileCounter {
  private static final ReentrantLock TURN = new ReentrantLock(true);
  private static final int SIZE = 24;
  private static final byte CLEAN = 'C';
  private static final byte DIRTY = 'D';

  private final FileChannel file;

  public UndoJournal(FileChannel file) {
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
    var size = file.size();
    if (size == 0) {
      return 0;
    }
    var bytes = ByteBuffer.allocate(SIZE);
    while (bytes.hasRemaining() && file.read(bytes, bytes.position()) != -1) {}
    return switch (size > SIZE ? 0 : bytes.get(0)) {
      case CLEAN -> bytes.getLong(8); // 0 when the very first write was cut off
      case DIRTY -> bytes.getLong(16);
      default -> throw new IOException("not a counter");
    };
  }

  private void replaceBy(long sum) throws IOException {
    var old = sum();
    if (file.size() < SIZE) {
      file.write(ByteBuffer.allocate(SIZE).put(0, CLEAN), 0);
    }
    write(16, old);
    mark(DIRTY);
    write(8, sum);
    mark(CLEAN);
  }

  private void write(long place, long number) throws IOException {
    file.write(ByteBuffer.allocate(Long.BYTES).putLong(number).flip(), place);
  }

  private void mark(byte mark) throws IOException {
    file.write(ByteBuffer.wrap(new byte[] {mark}), 0);
  }
}
