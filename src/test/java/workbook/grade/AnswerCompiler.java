package workbook.grade;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import workbook.Exercise;
import workbook.grade.worker.CompiledSubmission;

/// Compiles the book's answers as if the learner had written them: each text under the name of the
/// learner's class. Not for several threads at once.
final class AnswerCompiler implements AutoCloseable {
  private static final Path HOME = Path.of("");
  private static final Path BOOK = Path.of("lessons");

  private final Compiler compiler = new Compiler(HOME, true);
  private final CompiledTests tests = new CompiledTests();

  /// Blocks until it is done.
  ///
  /// @param root the source folder
  /// @param type the class, with dots
  CompiledSubmission compile(Exercise exercise, Path root, String type)
      throws InterruptedException {
    var dot = type.lastIndexOf('.');
    var text =
        text(root, type)
            .replace("package " + type.substring(0, dot) + ";", "package " + room(exercise) + ";")
            .replaceAll("\\b" + type.substring(dot + 1) + "\\b", exercise.name());
    var file = Path.of(type);
    var test = text(BOOK, exercise.test());
    var made = tests.compile(compiler, exercise, text, file, test);
    if (!made.diagnostics().isEmpty()) {
      throw new AssertionError(type + " does not compile: " + made.diagnostics());
    }
    return made.submission();
  }

  private static String room(Exercise exercise) {
    return exercise.room() + ".exercise";
  }

  private static String text(Path root, String type) {
    try {
      return Files.readString(root.resolve(type.replace('.', '/') + ".java"));
    } catch (IOException missing) {
      throw new UncheckedIOException(missing);
    }
  }

  @Override
  public void close() {
    compiler.close();
  }
}
