package _11_ipc;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// A lock that one process at a time can hold. Does it stay locked if that process is killed?
public abstract sealed class ProcessLock {
  /// Does not wait.
  ///
  /// @return what unlocks it; empty while another process holds it
  /// @throws OverlappingFileLockException when this process has it already, and the kernel keeps it
  public abstract Optional<Closeable> tryLock(Path file) throws IOException;

  /// Whoever makes the file holds the lock.
  public static final class ByFile extends ProcessLock {
    @Override
    public Optional<Closeable> tryLock(Path file) throws IOException {
      try {
        Files.createFile(file);
        return Optional.of(() -> Files.delete(file));
      } catch (FileAlreadyExistsException locked) {
        return Optional.empty();
      }
    }
  }

  /// The kernel keeps the lock, and knows whose it is.
  public static final class ByKernel extends ProcessLock {
    @Override
    public Optional<Closeable> tryLock(Path file) throws IOException {
      var channel = FileChannel.open(file, CREATE, WRITE);
      try {
        if (channel.tryLock() == null) {
          channel.close();
          return Optional.empty();
        }
        return Optional.of(channel);
      } catch (IOException | OverlappingFileLockException failure) {
        channel.close();
        throw failure;
      }
    }
  }

  /// The lock of this name, `ByFile` or `ByKernel`.
  static ProcessLock of(String name) {
    return name.equals("ByFile") ? new ByFile() : new ByKernel();
  }
}
