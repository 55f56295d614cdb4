package _11_ipc.alternatives.sharedcounter;

import _11_ipc.FileCounter;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.util.Objects;
import java.util.concurrent.locks.ReentrantLock;

/// Writes the new sum beside the old one, and then one byte that says which of them counts. A
/// single byte is never half written, so there is no need of a checksum.
public final class TurnedByOneByte implements FileCounter {
  private static final ReentrantLock TURN = new ReentrantLock(true);
  private static final int SIZE = 24;
  private static final byte NONE = 'N';
  private static final byte LEFT = 'L';
  private static final byte RIGHT = 'R';

  private final FileChannel file;

  public TurnedByOneByte(FileChannel file) {
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
    if (size > SIZE) {
      throw new IOException("not a counter");
    }
    return switch (size == 0 ? NONE : byteAt(0)) {
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
      if (file.read(into, place + into.position()) == -1) {
        throw new IOException("not a counter");
      }
    }
    return into.flip();
  }
}
