package _01_processes;

import java.io.IOException;
import java.util.List;
import workbook.Programs;
import workbook.Recorder;

/// The same program in Python, a `.py` file beside the lesson.
final class Twin {
  /// Runs a script of this room when there is a Python, and says so when there is none.
  ///
  /// @return what it printed; empty when it did not run or failed
  static List<String> run(String script, Recorder record, String... arguments)
      throws IOException, InterruptedException {
    var python = Programs.python(Twin.class, script);
    if (python.isEmpty()) {
      record.note("The Python twin was skipped: there is no python3 on this machine.");
      return List.of();
    }
    python.get().command().addAll(List.of(arguments));
    var twin = Finished.of(python.get());
    if (twin.code() != 0) {
      record.note("The Python twin failed: " + String.join(" ", twin.lines()));
      return List.of();
    }
    return twin.lines();
  }

  private Twin() {}
}
