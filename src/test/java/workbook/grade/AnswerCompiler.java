package workbook.grade;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import workbook.Exercise;
import workbook.grade.worker.CompiledSubmission;

/// Compiles the book's answers as if the learner had written them: each text under the name of the
/// learner's class.
///
/// A graded test is compiled again only for an answer that its callers can tell from those before:
/// most of what the compiler does is for the test. Not for several threads at once.
final class AnswerCompiler implements AutoCloseable {
  private static final Path HOME = Path.of("");
  private static final Path BOOK = Path.of("lessons");

  private final Compiler compiler = new Compiler(HOME, true);

  /// The class path of the command that checks an answer, which is not that of Maven's tests: with
  /// a solution, a graded test must not use what only these have.
  private final Compiler commands = new Compiler(HOME, true, classPath());

  /// Class files of graded tests, by exercise and by what callers see of the answer.
  private final Map<Exercise, Map<List<String>, Map<String, byte[]>>> tests = new HashMap<>();

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
    var known = tests.computeIfAbsent(exercise, _ -> new HashMap<>());
    var isSolution = type.equals(exercise.solution());
    if (!isSolution && !known.isEmpty()) {
      var one = known.values().iterator().next();
      var made = compile(compiler, exercise, root, type, one);
      var fitting = known.get(VisibleMembers.of(answer(exercise, made)));
      if (fitting == one) {
        return made;
      }
      if (fitting != null) {
        return compile(compiler, exercise, root, type, fitting);
      }
    }
    var whole =
        compile(isSolution ? commands : compiler, exercise, root, type, Map.<String, byte[]>of());
    var compiledTests = new HashMap<>(whole.classes());
    compiledTests.keySet().removeIf(name -> !isOfTest(exercise, name));
    known.putIfAbsent(VisibleMembers.of(answer(exercise, whole)), compiledTests);
    return whole;
  }

  private static boolean isOfTest(Exercise exercise, String name) {
    return name.equals(exercise.test()) || name.startsWith(exercise.test() + "$");
  }

  private static Map<String, byte[]> answer(Exercise exercise, CompiledSubmission made) {
    var answer = new HashMap<>(made.classes());
    answer.keySet().removeIf(name -> !name.startsWith(room(exercise) + "."));
    return answer;
  }

  private static CompiledSubmission compile(
      Compiler with, Exercise exercise, Path root, String type, Map<String, byte[]> tests)
      throws InterruptedException {
    var dot = type.lastIndexOf('.');
    var text =
        text(root, type)
            .replace("package " + type.substring(0, dot) + ";", "package " + room(exercise) + ";")
            .replaceAll("\\b" + type.substring(dot + 1) + "\\b", exercise.name());
    var made = with.compile(exercise, text, Path.of(type), text(BOOK, exercise.test()), tests);
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
