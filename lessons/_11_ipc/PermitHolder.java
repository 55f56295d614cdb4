package _11_ipc;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// A process that takes a permit and keeps it. It ends with the process that started it.
public final class PermitHolder {
  public static final String HAS_ONE = "has a permit";

  /// Where each byte stands for a permit.
  static final String FILE = "permits";

  private PermitHolder() {}

  /// @param args the kind of the pool, and its place
  public static void main(String[] args) throws IOException {
    try (var pool = open(args[0], Path.of(args[1]))) {
      IO.println(pool.tryAcquire() ? HAS_ONE : "has none");
      while (System.in.read() != -1) {}
    }
  }

  /// A folder for the pools of all processes. Whoever has it, knows how to remove what is in it.
  public static RunFolder place() throws IOException {
    var folder = RunFolder.create();
    try {
      PosixSemaphore.create(SystemName.next(folder.path()), PermitPool.PERMITS).close();
      Files.createFile(folder.path().resolve(FILE));
      return folder;
    } catch (IOException e) {
      folder.close();
      throw e;
    }
  }

  /// @param kind the simple name of a class
  public static PermitPool open(String kind, Path place) throws IOException {
    return kind.equals("BySemaphore")
        ? new PermitPool.BySemaphore(place)
        : new PermitPool.ByLocks(place);
  }
}
