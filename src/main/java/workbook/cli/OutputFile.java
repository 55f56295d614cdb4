package workbook.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import workbook.io.IoErrors;
import workbook.usecase.CommandException;
import workbook.view.MissingToolException;

/// A file a command will write: checked before the work starts, then written whole or not at all.
record OutputFile(Path path) {
  /// Writes the whole content to the file it is given.
  interface Content {
    void to(Path draft) throws IOException;
  }

  /// Checks that the file can be written later.
  ///
  /// @param replace whether a file that exists may be replaced
  /// @throws CommandException when it exists, is no plain file, or its folder cannot be written
  static OutputFile at(String typed, boolean replace) throws CommandException {
    try {
      var path = Path.of(typed).toAbsolutePath().normalize();
      check(path, replace);
      return new OutputFile(path);
    } catch (InvalidPathException odd) {
      throw CommandException.usage("'%s' is not a valid file name.".formatted(typed));
    }
  }

  /// Likewise, for a file in a folder the person named.
  static OutputFile in(String folder, String name, boolean replace) throws CommandException {
    return at(folder.isEmpty() ? name : folder + "/" + name, replace);
  }

  private static void check(Path path, boolean replace) throws CommandException {
    var folder = path.getParent();
    if (folder == null || !Files.isDirectory(folder)) {
      throw CommandException.usage("There is no folder %s. Create it first.".formatted(folder));
    }
    if (Files.exists(path) && !Files.isRegularFile(path)) {
      throw CommandException.usage("%s is not a regular file. Name another one.".formatted(path));
    }
    if (Files.exists(path) && !replace) {
      throw CommandException.usage("%s already exists. Add --force to replace it.".formatted(path));
    }
    if (!Files.isWritable(folder)) {
      throw CommandException.usage(
          "You may not write in the folder %s. Name a file in another one.".formatted(folder));
    }
  }

  /// Writes a draft beside the file and moves it into place.
  ///
  /// @throws CommandException when that fails; the file is then as it was before
  void write(Content content) throws CommandException {
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
    } catch (MissingToolException missing) {
      throw CommandException.environment(missing.getMessage());
    } catch (IOException failure) {
      throw CommandException.environment(
          "%s could not be written: %s.".formatted(path, IoErrors.of(failure)));
    }
  }
}
