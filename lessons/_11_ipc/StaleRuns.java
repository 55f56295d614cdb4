package _11_ipc;

import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import workbook.process.TempDirectory;

/// Runs that were killed, and the folders they have left behind.
final class StaleRuns {
  private StaleRuns() {}

  /// Removes what is in the folders, and what the kernel keeps under the names that stand there.
  static void remove() throws IOException {
    var all = TempDirectory.shared();
    try (var folders = Files.newDirectoryStream(all, RunFolder.PREFIX + "*")) {
      for (var folder : folders) {
        if (!folder.getFileName().toString().startsWith(RunFolder.OWN) && isStale(folder)) {
          RunFolder.remove(folder);
        }
      }
    }
  }

  /// The kernel releases the locks of a process that ends, however it ends.
  private static boolean isStale(Path folder) {
    try (var lock = FileChannel.open(folder.resolve(RunFolder.LOCK), WRITE)) {
      return lock.tryLock() != null;
    } catch (IOException notOurs) {
      return false;
    }
  }
}
