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
  static final String PREFIX = "workbook-ipc-";
  static final String OWN = PREFIX + ProcessHandle.current().pid() + "-";
  static final String LOCK = "lock";

  public static RunFolder create() throws IOException {
    var unfinished = Files.createTempDirectory("new-" + OWN);
    var lock = FileChannel.open(unfinished.resolve(LOCK), CREATE, WRITE);
    lock.lock();
    var name = unfinished.getFileName().toString().substring("new-".length());
    var path = Files.move(unfinished, TempDirectory.shared().resolve(name));
    var folder = new RunFolder(path, lock);
    Runtime.getRuntime().addShutdownHook(new Thread(folder::closeAtExit));
    return folder;
  }

  static void remove(Path folder) throws IOException {
    for (var type : MechanismType.values()) {
      type.mechanism().remove(folder);
    }
    FileTree.remove(folder);
  }

  /// Also when Ctrl-C or `kill` ends this process, but not when `kill -9` does.
  private void closeAtExit() {
    try {
      close();
    } catch (IOException leftToTheNextRun) {
      // It finds the folder unlocked.
    }
  }

  @Override
  public synchronized void close() throws IOException {
    if (lock.isOpen()) {
      lock.close();
      remove(path);
    }
  }
}
