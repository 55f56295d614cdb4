package workbook.notebook;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Runs a whole notebook and finds what is wrong with it.
public final class NotebookChecker {
  private final String classPath;
  private final Duration limit;

  /// @param classPath what notebooks may use, in the form of `java.class.path`
  /// @param limit the time for one step; a step that runs longer is stopped and is a fault
  public NotebookChecker(String classPath, Duration limit) {
    this.classPath = classPath;
    this.limit = limit;
  }

  /// What a check found.
  ///
  /// @param held how many expectations held
  /// @param expectations how many the notebook has
  /// @param faults what is wrong, in the order of the file; none when all is well
  public record Finding(int held, int expectations, List<CellError> faults) {
    public Finding {
      faults = List.copyOf(faults);
    }
  }

  /// Runs all steps in order in a new session. Blocks until they have ended.
  ///
  /// A step is at fault when it prints something other than the notebook says, or meets trouble
  /// that the notebook does not show as its output.
  ///
  /// @throws IOException when no JVM can be started, or this Java cannot run the notebook
  public Finding of(Notebook notebook) throws InterruptedException, IOException {
    if (notebook.missing().isPresent()) {
      throw new IOException(notebook.missing().get());
    }
    var held = 0;
    var faults = new ArrayList<CellError>();
    try (var session = new JShellSession(classPath, notebook.preview(), List.of(), _ -> {})) {
      for (var step : notebook.steps()) {
        var fault = fault(notebook, step, session.run(step, limit));
        fault.ifPresent(faults::add);
        held += fault.isEmpty() && !step.expected().isEmpty() ? 1 : 0;
        if (session.ended()) {
          faults.add(new CellError(notebook.name(), step.line(), "this step ended its JVM"));
          break;
        }
      }
    }
    var expectations = notebook.steps().stream().filter(step -> !step.expected().isEmpty());
    return new Finding(held, (int) expectations.count(), faults);
  }

  /// Where a step did something other than its notebook says.
  public static Optional<CellError> fault(
      Notebook notebook, Cell.Step step, JShellSession.Ran ran) {
    var output = ran.output().lines().map(String::stripTrailing).toList();
    if (!step.expected().isEmpty() && matches(step.expected(), output)) {
      return Optional.empty();
    }
    if (ran.trouble().isPresent()) {
      var trouble = ran.trouble().get();
      return Optional.of(new CellError(notebook.name(), trouble.line(), trouble.says()));
    }
    return step.expected().isEmpty()
        ? Optional.empty()
        : Optional.of(
            new CellError(
                notebook.name(), step.expectedLine(), comparison(step.expected(), output)));
  }

  /// Whether the output is what was expected, `...` standing for any text.
  static boolean matches(List<String> expected, List<String> output) {
    var pattern =
        Stream.of(String.join("\n", expected).split("\\Q...\\E", -1))
            .map(Pattern::quote)
            .collect(Collectors.joining(".*"));
    return Pattern.compile(pattern, Pattern.DOTALL).matcher(String.join("\n", output)).matches();
  }

  private static String comparison(List<String> expected, List<String> output) {
    return "the output has changed\n  expected: %s\n  saw:      %s"
        .formatted(
            String.join("\n            ", expected),
            output.isEmpty() ? "nothing" : String.join("\n            ", output));
  }
}
