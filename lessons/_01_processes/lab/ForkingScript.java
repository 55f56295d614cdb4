package _01_processes.lab;

import static java.nio.charset.StandardCharsets.UTF_8;

import _01_processes.Talker;
import java.io.IOException;
import java.util.List;
import workbook.Findings;
import workbook.Observations;
import workbook.Outcome.Expectation;
import workbook.Recorder;
import workbook.process.CompletedProcess;
import workbook.process.Executables;
import workbook.process.PythonScript;

/// A script of the room that forks, written twice: for `sh` and for Python. Its last line says what
/// its parent sees.
///
/// @param name of both files, without their endings
/// @param choices what the parent may see
record ForkingScript(String name, List<Choice> choices) {
  static final List<String> LANGUAGES = List.of("shell", "Python");

  record Choice(String word, Expectation expected, String meaning) {}

  /// Runs it in both languages, and records every line and what the parent saw last.
  void run(Recorder record, String... arguments) throws IOException, InterruptedException {
    conclude("shell", inShell(record, arguments), record);
    conclude("Python", PythonScript.run(Talker.class, name + ".py", record, arguments), record);
  }

  private List<String> inShell(Recorder record, String... arguments)
      throws IOException, InterruptedException {
    if (Executables.find("sh").isEmpty()) {
      record.note("The shell's fork was skipped: there is no sh on this machine.");
      return List.of();
    }
    try (var file = Talker.class.getResourceAsStream(name + ".sh")) {
      var script = new ProcessBuilder("sh", "-c", new String(file.readAllBytes(), UTF_8), "sh");
      script.command().addAll(List.of(arguments));
      return CompletedProcess.of(script).lines();
    }
  }

  private void conclude(String language, List<String> lines, Recorder record) {
    if (lines.isEmpty()) {
      return;
    }
    lines.forEach(line -> record.said(language, line));
    var last = lines.getLast().strip();
    var saw = last.equals("parent") ? "nothing" : last.replaceFirst("^parent ", "");
    for (var choice : choices) {
      var times = choice.word.equals(saw) ? 1 : 0;
      record.outcome(language, choice.word, choice.expected, times, choice.meaning);
    }
  }

  /// What the parents saw, when all saw the same.
  Findings answer(Observations seen) {
    var words = choices.stream().map(Choice::word).filter(word -> seen.count(word) > 0).toList();
    return switch (words.size()) {
      case 0 -> Findings.cannotTell("Nothing forked. Install sh or python3, and run it again.");
      case 1 -> Findings.answer(words.getFirst());
      default -> Findings.cannotTell("Shell and Python differ: read what each of them said.");
    };
  }
}
