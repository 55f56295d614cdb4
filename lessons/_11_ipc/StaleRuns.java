package _11_ipc;

import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.DirectoryNotEmptyException;
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
          remove(folder);
        }
      }
    }
  }

  private static void remove(Path folder) throws IOException {
    try {
      RunFolder.remove(folder);
    } catch (DirectoryNotEmptyException childLivesOn) {
      // For a moment, and writes; it's left to the next run.
    }
  }

  /// The kernel releases the locks of a process that ends, however it ends.
  private static boolean isStale(Path folder) {
    try (var lock = FileChannel.open(folder.resolve(RunFolder.LOCK), WRITE)) {
      return lock.tryLock() != null;
    } catch (IOException | OverlappingFileLockException notOurs) { // or another thread looks at it
      return false;
    }
  }
}
