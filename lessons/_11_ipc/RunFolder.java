package _11_ipc;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import workbook.process.TempDirectory;

/// A folder for the files of one run. Its process holds a lock on a file in it, so that others can
/// tell whether the process still lives. It lies where the next run finds it.
public record RunFolder(Path path, FileChannel lock) implements AutoCloseable {
  private static final String PREFIX = "workbook-ipc-";
  private static final String OWN = PREFIX + ProcessHandle.current().pid() + "-";
  private static final String LOCK = "lock";

  public static RunFolder create() throws IOException {
    var unfinished = Files.createTempDirectory("new-" + OWN);
    var lock = FileChannel.open(unfinished.resolve(LOCK), CREATE, WRITE);
    lock.lock();
    var name = unfinished.getFileName().toString().substring("new-".length());
    return new RunFolder(Files.move(unfinished, TempDirectory.shared().resolve(name)), lock);
  }

  /// Removes what runs have left behind that were killed.
  static void removeStale() throws IOException {
    try (var folders = Files.newDirectoryStream(TempDirectory.shared(), PREFIX + "*")) {
      for (var folder : folders) {
        if (!folder.getFileName().toString().startsWith(OWN) && isStale(folder)) {
          remove(folder);
        }
      }
    }
  }

  /// The kernel releases the locks of a process that ends, however it ends.
  private static boolean isStale(Path folder) {
    try (var lock = FileChannel.open(folder.resolve(LOCK), WRITE)) {
      return lock.tryLock() != null;
    } catch (IOException notOurs) {
      return false;
    }
  }

  private static void remove(Path folder) throws IOException {
    for (var type : MechanismType.values()) {
      type.mechanism().remove(folder);
    }
    FileTree.remove(folder);
  }

  @Override
  public void close() throws IOException {
    lock.close();
    remove(path);
  }
}
