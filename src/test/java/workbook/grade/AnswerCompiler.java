package workbook.grade;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import workbook.Exercise;
import workbook.grade.worker.CompiledSubmission;

/// Compiles the book's answers as if the learner had written them: each text under the name of the
/// learner's class. Not for several threads at once.
final class AnswerCompiler implements AutoCloseable {
  private static final Path HOME = Path.of("");
  private static final Path BOOK = Path.of("lessons");

  private final Compiler compiler = new Compiler(HOME, true);

  /// The class path of the command that checks an answer, which is not that of Maven's tests: with
  /// a solution, a graded test must not use what only these have.
  private final Compiler commands = new Compiler(HOME, true, classPath());

  private final CompiledTests tests = new CompiledTests();

  private static List<Path> classPath() {
    var built = Path.of("target");
    try {
      var libraries = Files.readString(built.resolve("classpath.txt")).strip();
      return Stream.concat(
              Stream.of(built.resolve("classes")),
              Stream.of(libraries.split(File.pathSeparator)).map(Path::of))
          .toList();
    } catch (IOException notBuilt) {
      throw new UncheckedIOException(notBuilt);
    }
  }

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
    var made =
        type.equals(exercise.solution())
            ? tests.compileWhole(commands, exercise, text, file, test)
            : tests.compile(compiler, exercise, text, file, test);
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
    commands.close();
  }
}
