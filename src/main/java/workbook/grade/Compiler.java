package workbook.grade;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.source.util.JavacTask;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import workbook.Exercise;
import workbook.compile.CompilerThread;
import workbook.compile.InMemoryFileManager;
import workbook.compile.SourceDiagnostic;
import workbook.grade.worker.CompiledSubmission;

/// Compiles a learner's text and the graded test, in memory and in this JVM, on the class path of
/// the book. Runs nothing of either.
final class Compiler implements AutoCloseable {
  private static final List<String> OPTIONS =
      List.of("-proc:none", "-implicit:none", "-g", "-parameters", "-Xlint:none");

  private final JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
  private final Path home;
  private final boolean strict;
  private StandardJavaFileManager files = libraries();

  /// @param home the folder that holds `lessons/`
  /// @param strict whether to refuse what looks into the JVM it runs in
  Compiler(Path home, boolean strict) {
    this.home = home;
    this.strict = strict;
  }

  /// What came out.
  ///
  /// @param submission the answer, its test and what both need of the book, as class files and as
  ///   texts; empty when there are diagnostics
  record Compiled(CompiledSubmission submission, List<SourceDiagnostic> diagnostics) {
    private static Compiled refused(List<SourceDiagnostic> diagnostics) {
      return new Compiled(new CompiledSubmission(Map.of(), Map.of()), diagnostics);
    }
  }

  /// Blocks until it is done or has computed too long.
  ///
  /// @param text the learner's
  /// @param file where that is from, for diagnostics
  /// @param test the graded test's
  Compiled compile(Exercise exercise, String text, Path file, String test)
      throws InterruptedException {
    return compile(exercise, text, file, test, Map.of());
  }

  /// Likewise.
  ///
  /// @param tests class files of the graded test, by name with dots, where it was compiled before
  ///   with an answer that is the same to those who call it; empty where it was not
  Compiled compile(
      Exercise exercise, String text, Path file, String test, Map<String, byte[]> tests)
      throws InterruptedException {
    try {
      return CompilerThread.call(() -> compileHere(exercise, text, file, test, tests));
    } catch (CompilerThread.GaveUpException gaveUp) {
      files = libraries();
      var name = file.getFileName().toString();
      return Compiled.refused(List.of(SourceDiagnostic.about(name, gaveUp.getMessage())));
    }
  }

  private Compiled compileHere(
      Exercise exercise, String text, Path file, String test, Map<String, byte[]> tests) {
    var mine = new InMemoryFileManager.Source(exercise.type(), text);
    var graded = new InMemoryFileManager.Source(exercise.test(), test);
    var told = new DiagnosticCollector<JavaFileObject>();
    var out = new InMemoryFileManager(files);
    var units = tests.isEmpty() ? List.of(mine, graded) : List.of(mine);
    var task = (JavacTask) javac.getTask(Writer.nullWriter(), out, told, OPTIONS, null, units);
    var translator =
        new DiagnosticTranslator(exercise, text, file, Trees.instance(task).getSourcePositions());
    try {
      for (var unit : task.parse()) {
        if (unit.getSourceFile().toUri().equals(mine.toUri())) {
          translator.ofUnit(unit);
        }
      }
      if (translator.found(told).isEmpty()) {
        task.analyze();
      }
      if (translator.found(told).isEmpty()) {
        task.generate();
      }
    } catch (IOException inMemory) {
      throw new UncheckedIOException(inMemory);
    }
    var found = translator.found(told);
    if (!found.isEmpty()) {
      return Compiled.refused(found);
    }
    var made = new HashMap<>(out.classes());
    made.putAll(tests);
    var book = new BookClasses(exercise, home, made);
    var missing = book.missing(made);
    if (!missing.isEmpty()) {
      return Compiled.refused(missing.stream().map(translator::notThere).toList());
    }
    var answer = new HashMap<>(made);
    answer.keySet().removeIf(name -> !name.startsWith(exercise.room() + ".exercise."));
    var loading = CodeLoading.in(answer);
    if (!loading.isEmpty()) {
      return Compiled.refused(loading.stream().map(translator::loadsCode).toList());
    }
    var internals = strict ? JvmInternals.in(answer) : Set.<String>of();
    if (!internals.isEmpty()) {
      return Compiled.refused(internals.stream().map(translator::looksInside).toList());
    }
    var classes = new HashMap<>(book.classes());
    classes.putAll(made);
    var sources = new HashMap<>(book.sources());
    sources.put(mine.path(), text.getBytes(UTF_8));
    sources.put(graded.path(), test.getBytes(UTF_8));
    var ofTheBook = new HashMap<>(classes);
    ofTheBook.keySet().removeAll(answer.keySet());
    var machine = MachineUse.isIn(ofTheBook.values());
    return new Compiled(new CompiledSubmission(classes, sources, machine), List.of());
  }

  private StandardJavaFileManager libraries() {
    return javac.getStandardFileManager(null, Locale.ENGLISH, UTF_8);
  }

  @Override
  public void close() {
    try {
      files.close();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
