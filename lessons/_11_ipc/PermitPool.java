package _11_ipc;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;

/// Three processes at a time may do something. What if some of them are killed while they do?
public abstract sealed class PermitPool implements Closeable {
  public static final int PERMITS = 3;

  /// Takes a permit, until this process ends. Waits a little, if there is none.
  public abstract boolean tryAcquire() throws IOException;

  /// The semaphore counts the permits that are left.
  public static final class BySemaphore extends PermitPool {
    private final PosixSemaphore semaphore;

    public BySemaphore(Path place) throws IOException {
      semaphore = PosixSemaphore.open(SystemName.at(place).getFirst());
    }

    @Override
    public boolean tryAcquire() throws IOException {
      return semaphore.tryAcquire(Duration.ofMillis(100));
    }

    @Override
    public void close() throws IOException {
      semaphore.close();
    }
  }

  /// A permit is the lock of one byte of a file.
  public static final class ByLocks extends PermitPool {
    private final FileChannel file;
    private int first;

    public ByLocks(Path place) throws IOException {
      file = FileChannel.open(place.resolve(PermitHolder.FILE), StandardOpenOption.WRITE);
    }

    @Override
    public boolean tryAcquire() throws IOException {
      while (first < PERMITS) {
        if (file.tryLock(first++, 1, false) != null) {
          return true;
        }
      }
      return false;
    }

    @Override
    public void close() throws IOException {
      file.close();
    }
  }
}
