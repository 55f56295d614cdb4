package workbook.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import workbook.view.MissingTool;

/// A file a command will write: checked before the work starts, then written whole or not at all.
record OutputFile(Path path) {
  /// Writes the whole content to the file it is given.
  interface Content {
    void to(Path draft) throws IOException;
  }

  /// Checks that the file can be written later.
  ///
  /// @param replace whether a file that exists may be replaced
  /// @throws Refusal when it exists, is no plain file, or its folder cannot be written
  static OutputFile at(String typed, boolean replace) throws Refusal {
    try {
      var path = Path.of(typed).toAbsolutePath().normalize();
      check(path, replace);
      return new OutputFile(path);
    } catch (InvalidPathException odd) {
      throw Refusal.usage("'%s' cannot be the name of a file.".formatted(typed));
    }
  }

  /// Likewise, for a file in a folder the person named.
  static OutputFile in(String folder, String name, boolean replace) throws Refusal {
    return at(folder.isEmpty() ? name : folder + "/" + name, replace);
  }

  private static void check(Path path, boolean replace) throws Refusal {
    var folder = path.getParent();
    if (folder == null || !Files.isDirectory(folder)) {
      throw Refusal.usage("There is no folder %s; create it first.".formatted(folder));
    }
    if (Files.exists(path) && !Files.isRegularFile(path)) {
      throw Refusal.usage("%s is not a plain file.".formatted(path));
    }
    if (Files.exists(path) && !replace) {
      throw Refusal.usage("%s exists; say --force to replace it.".formatted(path));
    }
    if (!Files.isWritable(folder)) {
      throw Refusal.usage("The folder %s cannot be written.".formatted(folder));
    }
  }

  /// Writes a draft beside the file and moves it into place.
  ///
  /// @throws Refusal when that fails; the file is then as it was before
  void write(Content content) throws Refusal {
    var draft =
        path.resolveSibling(".draft-" + ProcessHandle.current().pid() + "-" + path.getFileName());
    try {
      try {
        content.to(draft);
        Files.move(
            draft, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      } finally {
        Files.deleteIfExists(draft);
      }
    } catch (MissingTool missing) {
      throw Refusal.environment(missing.getMessage());
    } catch (IOException failure) {
      throw Refusal.environment("%s could not be written: %s.".formatted(path, Reason.of(failure)));
    }
  }
}
