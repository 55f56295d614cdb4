package workbook.grade;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.source.util.JavacTask;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import workbook.Exercise;
import workbook.grade.worker.CompiledSubmission;

/// Compiles a learner's text and the graded test, in memory and in this JVM, on the class path of
/// the book. Runs nothing of either.
final class Compiler implements AutoCloseable {
  private static final List<String> OPTIONS =
      List.of("-proc:none", "-implicit:none", "-g", "-parameters", "-Xlint:none");

  /// What a compilation may compute; an ordinary one needs half a second when it is the first.
  private static final Duration LONGEST = Duration.ofSeconds(20);

  private static final int LOOK_MILLIS = 200;

  private static final long STACK = 16 << 20;

  private final JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
  private final Path home;
  private StandardJavaFileManager files = libraries();

  /// @param home the folder that holds `lessons/`
  Compiler(Path home) {
    this.home = home;
  }

  /// What came out.
  ///
  /// @param submission the answer, its test and what both need of the book, as class files and as
  ///   texts; empty when there are diagnostics
  record Compiled(CompiledSubmission submission, List<SubmissionDiagnostic> diagnostics) {
    private static Compiled refused(List<SubmissionDiagnostic> diagnostics) {
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
    var name = file.getFileName().toString();
    var done = new CompletableFuture<Compiled>();
    Runnable work =
        () -> {
          try {
            done.complete(compileHere(exercise, text, file, test));
          } catch (Throwable problem) {
            var cause = problem.getCause() == null ? problem : problem.getCause();
            switch (cause) {
              case StackOverflowError _ ->
                  done.complete(gaveUp(name, "something is nested too deep"));
              case OutOfMemoryError _ -> done.complete(gaveUp(name, "it needs too much memory"));
              default -> done.completeExceptionally(problem);
            }
          }
        };
    var thread = new Thread(null, work, "workbook: compiler", STACK);
    thread.setDaemon(true);
    thread.start();
    while (!thread.join(Duration.ofMillis(LOOK_MILLIS))) {
      if (computed(thread) > LONGEST.toNanos()) {
        files = libraries(); // The thread cannot be stopped, and may use the old ones for a while.
        return gaveUp(name, "it takes too long");
      }
    }
    return done.join();
  }

  private static long computed(Thread thread) {
    return ManagementFactory.getThreadMXBean().getThreadCpuTime(thread.threadId());
  }

  private static Compiled gaveUp(String name, String why) {
    return Compiled.refused(
        List.of(
            SubmissionDiagnostic.about(name, "The compiler gave up on this file: " + why + ".")));
  }

  private Compiled compileHere(Exercise exercise, String text, Path file, String test) {
    var mine = new InMemoryFileManager.Source(exercise.type(), text);
    var graded = new InMemoryFileManager.Source(exercise.test(), test);
    var told = new DiagnosticCollector<JavaFileObject>();
    var out = new InMemoryFileManager(files);
    var task =
        (JavacTask)
            javac.getTask(Writer.nullWriter(), out, told, OPTIONS, null, List.of(mine, graded));
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
    var book = new BookClasses(exercise, home, out.classes());
    var missing = book.missing(out.classes());
    if (!missing.isEmpty()) {
      return Compiled.refused(missing.stream().map(translator::notThere).toList());
    }
    var answer = new HashMap<>(out.classes());
    answer.keySet().removeIf(name -> !name.startsWith(exercise.room() + ".exercise."));
    var loading = CodeLoading.in(answer);
    if (!loading.isEmpty()) {
      return Compiled.refused(loading.stream().map(translator::loadsCode).toList());
    }
    var classes = new HashMap<>(book.classes());
    classes.putAll(out.classes());
    var sources = new HashMap<>(book.sources());
    sources.put(mine.path(), text.getBytes(UTF_8));
    sources.put(graded.path(), test.getBytes(UTF_8));
    return new Compiled(new CompiledSubmission(classes, sources), List.of());
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
