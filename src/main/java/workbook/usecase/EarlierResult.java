package workbook.usecase;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import workbook.Result;
import workbook.json.ResultJson;

/// A result that `run --json` wrote, read back to stand beside a new one.
public final class EarlierResult {
  private EarlierResult() {}

  /// Reads it before the new run starts.
  ///
  /// @throws CommandException when there is no such file, it holds no result, or one of another
  ///   experiment
  public static Result of(String typed, Book.ExperimentRef ref) throws CommandException {
    try {
      var result = ResultJson.read(Files.readString(Path.of(typed)));
      if (!result.experiment().equals(ref.name())) {
        throw CommandException.usage(
            "%s holds a result of %s, not of %s."
                .formatted(typed, result.experiment(), ref.name()));
      }
      return result;
    } catch (InvalidPathException | IOException unreadable) {
      throw CommandException.usage(
          "'%s' cannot be read; name a file that --json wrote.".formatted(typed));
    } catch (IllegalArgumentException notOne) {
      throw CommandException.usage(typed + ": " + notOne.getMessage());
    }
  }
}
