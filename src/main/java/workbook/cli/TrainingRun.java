package workbook.cli;

import book.Contents;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import workbook.grade.WorkerGrader;
import workbook.tui.Console;
import workbook.usecase.Book;
import workbook.usecase.ExerciseFiles;
import workbook.usecase.ExitCode;

/// What is done once, by the build, so that the [workbook.process.AotCache] learns which classes a
/// start, a check and its tests need.
final class TrainingRun {
  private static final String EXERCISE = "tally";

  private TrainingRun() {}

  /// @param args the folder that holds `lessons/`
  public static void main(String[] args) throws Exception {
    var home = Path.of(args[0]);
    expect(ExitCode.DONE, home, List.of());
    expect(ExitCode.DONE, home, List.of("list"));
    var exercise = new Book(Contents.LESSONS).exercise(EXERCISE).exercise();
    var folder = Files.createTempDirectory("workbook-training");
    var file = folder.resolve(exercise.name() + ".java");
    try {
      Files.writeString(file, new ExerciseFiles(home, exercise).stub());
      try (var grader = WorkerGrader.open(home, false)) {
        grader.warmUp(exercise, file);
      }
      expect(ExitCode.FAILED, home, List.of("check", EXERCISE, "--file=" + file));
    } finally {
      Files.deleteIfExists(file);
      Files.delete(folder);
    }
  }

  /// Does what a learner would type, who sees nothing of it.
  private static void expect(int code, Path home, List<String> words) {
    var silence = OutputStream.nullOutputStream();
    var console = new Console(InputStream.nullInputStream(), silence, System.err, Map.of());
    var ended = new App(Contents.LESSONS, home, console).run(words.toArray(String[]::new));
    if (ended != code) {
      throw new IllegalStateException(
          "workbook " + String.join(" ", words) + " ended with " + ended);
    }
  }
}
