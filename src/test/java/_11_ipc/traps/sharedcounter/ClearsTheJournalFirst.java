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
    belief = "what the journal held is in memory, so it can be cleared",
    fails = "deathAgain",
    saying = "and then another in")
public final class ClearsTheJournalFirst implements FileCounter {
  private static final ReentrantLock TURN = new ReentrantLock();
  private static final int SIZE = 25;
  private static final byte READY = 'R';
  private static final byte NOTHING = 'N';

  private final FileChannel file;

  public ClearsTheJournalFirst(FileChannel file) {
    this.file = Objects.requireNonNull(file);
  }

  @Override
  public long add(long step) throws IOException, InterruptedException {
    TURN.lockInterruptibly();
    try (var _ = lock()) {
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
    try (var _ = lock()) {
      return sum();
    } finally {
      TURN.unlock();
    }
  }

  private FileLock lock() throws IOException, InterruptedException {
    while (true) {
      var lock = file.tryLock(0, Long.MAX_VALUE, false);
      if (lock != null) {
        return lock;
      }
      Thread.sleep(1);
    }
  }

  private long sum() throws IOException {
    var size = file.size();
    if (size > SIZE) {
      throw new IOException("not a counter");
    }
    var bytes = read(size);
    if (size == SIZE && bytes.get(0) == READY) {
      var next = bytes.getLong(16);
      mark(NOTHING);
      write(8, next);
      return next;
    }
    if (size > 0 && bytes.get(0) != NOTHING) {
      throw new IOException("not a counter");
    }
    return size < SIZE ? 0 : bytes.getLong(8);
  }

  private ByteBuffer read(long size) throws IOException {
    var bytes = ByteBuffer.allocate(SIZE);
    while (bytes.position() < size && file.read(bytes, bytes.position()) > 0) {
      // The rest.
    }
    return bytes;
  }

  private void replaceBy(long sum) throws IOException {
    if (file.size() < SIZE) {
      file.write(ByteBuffer.allocate(SIZE).put(0, NOTHING), 0);
    }
    write(16, sum);
    mark(READY);
    write(8, sum);
    mark(NOTHING);
  }

  private void write(long place, long number) throws IOException {
    file.write(ByteBuffer.allocate(Long.BYTES).putLong(number).flip(), place);
  }

  private void mark(byte mark) throws IOException {
    file.write(ByteBuffer.wrap(new byte[] {mark}), 0);
  }
}
