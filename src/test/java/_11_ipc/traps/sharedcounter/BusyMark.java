package _11_ipc.traps.sharedcounter;

import _11_ipc.FileCounter;
import book.Trap;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.Objects;
import java.util.concurrent.locks.ReentrantLock;

@Trap(
    belief = "a mark in the file tells the others to wait",
    fails = "death",
    saying = "after 500 operations")
public final class BusyMark implements FileCounter {
  private static final ReentrantLock TURN = new ReentrantLock();
  private static final byte BUSY = 1;
  private static final int PAUSE_MILLIS = 1;
  private static final int PLACE = 8;

  private final FileChannel file;

  public BusyMark(FileChannel file) {
    this.file = Objects.requireNonNull(file);
  }

  @Override
  public long add(long step) throws IOException, InterruptedException {
    TURN.lockInterruptibly();
    try {
      awaitFree();
      var sum = Math.addExact(sum(), step);
      replaceBy(sum);
      return sum;
    } finally {
      mark(0);
      TURN.unlock();
    }
  }

  @Override
  public long get() throws IOException, InterruptedException {
    TURN.lockInterruptibly();
    try {
      awaitFree();
      return sum();
    } finally {
      mark(0);
      TURN.unlock();
    }
  }

  private boolean isFree() throws IOException, InterruptedException {
    try (var _ = file.lock()) {
      var mark = ByteBuffer.allocate(1);
      if (file.read(mark, PLACE) > 0 && mark.get(0) == BUSY) {
        return false;
      }
      mark(BUSY);
      return true;
    }
  }

  private void mark(int mark) throws IOException {
    file.write(ByteBuffer.wrap(new byte[] {(byte) mark}), PLACE);
  }

  private void awaitFree() throws IOException, InterruptedException {
    while (!isFree()) {
      Thread.sleep(PAUSE_MILLIS);
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
    file.write(ByteBuffer.allocate(Long.BYTES).putLong(sum).flip(), 0);
  }
}
