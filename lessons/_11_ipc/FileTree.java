package _11_ipc;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;

/// A folder and all that is in it.
final class FileTree {
  private FileTree() {}

  /// Does nothing if there's no such folder. Another process may remove it at the same time.
  static void remove(Path tree) throws IOException {
    if (Files.isDirectory(tree, LinkOption.NOFOLLOW_LINKS)) {
      for (var file : files(tree)) {
        remove(file);
      }
    }
    Files.deleteIfExists(tree);
  }

  private static List<Path> files(Path folder) throws IOException {
    try (var files = Files.list(folder)) {
      return files.toList();
    } catch (NoSuchFileException removedMeanwhile) {
      return List.of();
    }
  }
}
