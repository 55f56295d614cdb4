package _11_ipc;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.time.Duration;

/// Three processes at a time may do something. What if some of them are killed while they do?
public abstract sealed class PermitPool implements AutoCloseable {
  public static final int PERMITS = 3;

  /// A folder for the pools of all processes. Whoever has it, knows how to remove what is in it.
  public static RunFolder place() throws IOException {
    var folder = RunFolder.create();
    try {
      PosixSemaphore.create(SystemName.next(folder.path()), PERMITS).close();
      return folder;
    } catch (IOException e) {
      folder.close();
      throw e;
    }
  }

  /// Takes a permit, until this process ends. Waits a little, if there is none.
  public abstract boolean tryAcquire() throws IOException;

  @Override
  public abstract void close() throws IOException;

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
      file = FileChannel.open(place.resolve("permits"), CREATE, WRITE);
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
