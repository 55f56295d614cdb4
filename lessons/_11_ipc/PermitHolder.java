package _11_ipc;

import java.io.IOException;
import java.nio.file.Path;

/// A process that takes a permit and keeps it. It ends with the process that started it.
public final class PermitHolder {
  public static final String HAS_ONE = "has a permit";

  private PermitHolder() {}

  /// @param args the kind of the pool, and its place
  public static void main(String[] args) throws IOException {
    try (var pool = open(args[0], Path.of(args[1]))) {
      IO.println(pool.tryAcquire() ? HAS_ONE : "has none");
      while (System.in.read() != -1) {}
    }
  }

  /// @param kind the simple name of a class
  public static PermitPool open(String kind, Path place) throws IOException {
    return kind.equals("BySemaphore")
        ? new PermitPool.BySemaphore(place)
        : new PermitPool.ByLocks(place);
  }
}
