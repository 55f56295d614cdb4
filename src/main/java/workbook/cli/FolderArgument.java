package workbook.cli;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import workbook.usecase.CommandException;

/// The name of a folder on the command line.
final class FolderArgument {
  private FolderArgument() {}

  /// @throws CommandException when no folder can be called that
  static Path of(String typed) throws CommandException {
    try {
      return Path.of(typed);
    } catch (InvalidPathException odd) {
      throw CommandException.usage("'%s' is not a valid file name.".formatted(typed));
    }
  }
}
