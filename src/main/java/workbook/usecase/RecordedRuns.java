package workbook.usecase;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import workbook.Result;
import workbook.io.IoErrors;
import workbook.json.ResultJson;

/// Results of runs in a folder, as `run --json` wrote them.
public final class RecordedRuns {
  public static final RecordedRuns NONE = new RecordedRuns(List.of());

  private final List<Result> results;

  private RecordedRuns(List<Result> results) {
    this.results = List.copyOf(results);
  }

  /// Reads every `.json` file of the folder, in the order of their names.
  ///
  /// @throws CommandException when there is no such folder, or a file in it holds no result
  public static RecordedRuns read(Path folder) throws CommandException {
    if (!Files.isDirectory(folder)) {
      throw CommandException.usage("There is no folder %s.".formatted(folder));
    }
    var results = new ArrayList<Result>();
    try (var all = Files.list(folder)) {
      for (var file : all.filter(one -> one.toString().endsWith(".json")).sorted().toList()) {
        results.add(result(file));
      }
    } catch (IOException unreadable) {
      throw CommandException.environment(
          "%s can't be read: %s.".formatted(folder, IoErrors.of(unreadable)));
    }
    return new RecordedRuns(results);
  }

  private static Result result(Path file) throws CommandException, IOException {
    try {
      return ResultJson.read(Files.readString(file));
    } catch (IllegalArgumentException notOne) {
      throw CommandException.usage(file + ": " + notOne.getMessage());
    }
  }

  /// The first one that a step's question is about; empty when there is none.
  public Optional<Result> of(Book.StepRef step) {
    return step.experiment()
        .flatMap(
            experiment ->
                results.stream()
                    .filter(one -> one.experiment().equals(experiment.name()))
                    .filter(
                        one ->
                            experiment
                                .step(one.parameters())
                                .filter(step.step()::equals)
                                .isPresent())
                    .findFirst());
  }
}
