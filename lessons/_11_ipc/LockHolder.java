package _11_ipc;

import java.io.IOException;
import java.nio.file.Path;

/// A process that takes a lock, says so, and keeps it.
public final class LockHolder {
  /// @param args the name of the lock's class, and its file
  public static void main(String[] args) throws IOException {
    var unlock = ProcessLock.of(args[0]).tryLock(Path.of(args[1]));
    System.out.println(unlock.isPresent() ? "locked" : "refused");
    System.in.read(); // nothing comes, until the parent ends
  }
}
