package workbook.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import workbook.Recorder;

/// Runs a lesson's Python scripts: `.py` files beside its classes.
public final class PythonScript {
  private PythonScript() {}

  /// A Python that will run a script, or nothing where [#interpreter] finds none.
  ///
  /// The script is handed over as text, not as a file. Arguments may be added to the builder's
  /// command; the script finds them in `sys.argv[1:]`. Its output is UTF-8 and not buffered.
  ///
  /// @param room a class of the room that holds the script
  /// @param script the name of the file beside that class, for example `gil.py`
  /// @throws IllegalArgumentException when the room holds no such script
  public static Optional<ProcessBuilder> builder(Class<?> room, String script) {
    var source = textBeside(room, script);
    return interpreter()
        .map(
            python -> {
              var builder = new ProcessBuilder(python.toString(), "-u", "-c", source);
              builder.environment().put("PYTHONIOENCODING", "utf-8");
              return builder;
            });
  }

  /// The Python 3 on the path, or nothing when none is there that runs.
  ///
  /// Some systems put a placeholder there that only says where to get one, so it is tried: this
  /// blocks until a Python has started and ended.
  public static Optional<Path> interpreter() {
    return Executables.find("python3").filter(PythonScript::runs);
  }

  private static boolean runs(Path python) {
    try {
      return CompletedProcess.of(new ProcessBuilder(python.toString(), "-c", "pass")).code() == 0;
    } catch (IOException doesNotStart) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /// Runs a script with these arguments when there is a Python, and notes it when there is none.
  /// Blocks until the script has ended.
  ///
  /// @param room a class of the room that holds the script
  /// @return what it printed; empty when it did not run or failed
  /// @throws IOException when the script does not end in time
  public static List<String> run(Class<?> room, String script, Recorder record, String... arguments)
      throws IOException, InterruptedException {
    var python = builder(room, script);
    if (python.isEmpty()) {
      record.note("The Python twin was skipped: there is no python3 on this machine.");
      return List.of();
    }
    python.get().command().addAll(List.of(arguments));
    var twin = CompletedProcess.of(python.get());
    if (twin.code() != 0) {
      record.note("The Python twin failed: " + String.join(" ", twin.lines()));
      return List.of();
    }
    return twin.lines();
  }

  private static String textBeside(Class<?> room, String name) {
    try (var file = room.getResourceAsStream(name)) {
      if (file == null) {
        throw new IllegalArgumentException("there is no " + name + " beside " + room.getName());
      }
      return new String(file.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
