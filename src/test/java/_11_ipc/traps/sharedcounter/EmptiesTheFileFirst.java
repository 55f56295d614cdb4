package _11_ipc.traps.sharedcounter;

import _11_ipc.FileCounter;
import book.Trap;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.util.Objects;
import java.util.concurrent.locks.ReentrantLock;

@Trap(
    belief = "first make room, then write",
    fails = "death",
    saying = "The next one found 0, neither 255 nor 256")
public final class EmptiesTheFileFirst implements FileCounter {
  private static final ReentrantLock TURN = new ReentrantLock();

  private final FileChannel file;

  public EmptiesTheFileFirst(FileChannel file) {
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
    var bytes = ByteBuffer.allocate(Long.BYTES);
    while (bytes.hasRemaining() && file.read(bytes, bytes.position()) > 0) {
      // The rest.
    }
    return bytes.getLong(0);
  }

  private void replaceBy(long sum) throws IOException {
    file.truncate(0);
    file.write(ByteBuffer.allocate(Long.BYTES).putLong(sum).flip(), 0);
  }
}
