package _04_locks.lab;

import java.io.IOException;
import workbook.Recorder;
import workbook.process.PythonScript;

/// What a Python twin says, line by line, as facts: `Lock: waits for itself`.
final class PythonFacts {
  private PythonFacts() {}

  /// Blocks until the script has ended. Notes it when there is no Python.
  static void record(Class<?> room, String script, Recorder record, String... arguments)
      throws IOException, InterruptedException {
    for (var line : PythonScript.run(room, script, record, arguments)) {
      var sides = line.split(": ", 2);
      record.fact("Python's " + sides[0], sides[1]);
    }
  }
}
