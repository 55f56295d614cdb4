package workbook.cli;

import java.util.Optional;
import org.apache.commons.cli.CommandLine;
import workbook.usecase.CommandException;

/// What `--json` or `--json=FILE` asks for.
///
/// @param instead whether JSON is printed in place of the report
/// @param file where it is written; empty when it is printed, or not wanted
record JsonOption(boolean instead, Optional<OutputFile> file) {
  private static final String NAME = "json";

  /// Declares `--json`, and that `--force` replaces its file.
  static Usage declare(Usage usage) {
    return usage.optional(
        NAME, "FILE", "write everything as JSON; without FILE, in place of the report");
  }

  /// @throws CommandException when the file cannot be written
  static JsonOption of(CommandLine line) throws CommandException {
    var file = line.getOptionValue(NAME, "");
    return file.isEmpty()
        ? new JsonOption(line.hasOption(NAME), Optional.empty())
        : new JsonOption(false, Optional.of(OutputFile.at(file, line.hasOption("force"))));
  }

  /// Whether anybody wants JSON.
  boolean wanted() {
    return instead || file.isPresent();
  }
}
