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
    belief = "one byte says which sum counts, and reading it locks nothing",
    fails = "reading",
    saying = "and a third one was killed in add(1099511627776)")
public final class ReadsWithoutChecksum implements FileCounter {
  private static final ReentrantLock TURN = new ReentrantLock();
  private static final byte NONE = 'N';
  private static final byte LEFT = 'L';
  private static final byte RIGHT = 'R';

  private final FileChannel file;

  public ReadsWithoutChecksum(FileChannel file) {
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
    if (Thread.interrupted()) {
      throw new InterruptedException();
    }
    return sum();
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
    return switch (file.size() == 0 ? NONE : byteAt(0)) {
      case NONE -> 0;
      case LEFT -> longAt(8);
      case RIGHT -> longAt(16);
      default -> throw new IOException("not a counter");
    };
  }

  private void replaceBy(long sum) throws IOException {
    if (file.size() == 0) {
      file.write(ByteBuffer.wrap(new byte[] {NONE}), 0);
    }
    var next = byteAt(0) == LEFT ? RIGHT : LEFT;
    file.write(ByteBuffer.allocate(Long.BYTES).putLong(sum).flip(), next == LEFT ? 8 : 16);
    file.write(ByteBuffer.wrap(new byte[] {next}), 0); // a single byte: there or not
  }

  private byte byteAt(long place) throws IOException {
    return read(place, 1).get();
  }

  private long longAt(long place) throws IOException {
    return read(place, Long.BYTES).getLong();
  }

  private ByteBuffer read(long place, int bytes) throws IOException {
    var into = ByteBuffer.allocate(bytes);
    while (into.hasRemaining()) {
      if (file.size() > 24 || file.read(into, place + into.position()) < 0) {
        throw new IOException("not a counter");
      }
    }
    return into.flip();
  }
}
