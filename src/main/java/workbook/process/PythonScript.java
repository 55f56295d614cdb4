package workbook.process;

import java.io.IOException;
import java.util.List;
import workbook.Recorder;

/// The same program in Python, a `.py` file beside the lesson.
public final class PythonScript {
  /// Runs a script with these arguments when there is a Python, and notes it when there is none.
  /// Blocks until the script has ended.
  ///
  /// @param room a class of the room that holds the script
  /// @return what it printed; empty when it did not run or failed
  /// @throws IOException when the script does not end in time
  public static List<String> run(Class<?> room, String script, Recorder record, String... arguments)
      throws IOException, InterruptedException {
    var python = JavaProcess.python(room, script);
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

  private PythonScript() {}
}
