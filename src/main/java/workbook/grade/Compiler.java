package workbook.grade;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import workbook.Exercise;

/// Compiles a learner's text and the graded test, in memory and in this JVM, on the class path of
/// the book. Runs nothing of either.
final class Compiler implements AutoCloseable {
  private static final List<String> OPTIONS =
      List.of("-proc:none", "-implicit:none", "-g", "-parameters", "-Xlint:none");

  private final JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
  private final StandardJavaFileManager files =
      javac.getStandardFileManager(null, Locale.ENGLISH, null);

  /// What came out.
  ///
  /// @param answer both class files and both texts; empty when there are complaints
  record Compiled(Answer answer, List<Complaint> complaints) {}

  /// Blocks.
  ///
  /// @param text the learner's
  /// @param test the graded test's
  Compiled compile(Exercise exercise, String text, String test) {
    var mine = new InMemory.Source(exercise.type(), text);
    var graded = new InMemory.Source(exercise.test(), test);
    var told = new DiagnosticCollector<JavaFileObject>();
    var out = new InMemory(files);
    javac.getTask(new StringWriter(), out, told, OPTIONS, null, List.of(mine, graded)).call();
    var complaints =
        told.getDiagnostics().stream()
            .filter(diagnostic -> diagnostic.getKind() == Diagnostic.Kind.ERROR)
            .map(diagnostic -> complaint(exercise, diagnostic, text))
            .toList();
    var sources = Map.of(mine.path(), text, graded.path(), test);
    return new Compiled(new Answer(out.classes(), sources), complaints);
  }

  private static Complaint complaint(
      Exercise exercise, Diagnostic<? extends JavaFileObject> diagnostic, String text) {
    var says = diagnostic.getMessage(Locale.ENGLISH).replaceAll("\\s*\\R\\s*", "; ");
    var file = exercise.name() + ".java";
    var line = (int) diagnostic.getLineNumber();
    var own = diagnostic.getSource() != null && diagnostic.getSource().getName().endsWith(file);
    if (!own) {
      return Complaint.about(file, "the graded tests cannot use this class: " + says);
    }
    var lines = text.lines().toList();
    return new Complaint(
        says,
        file,
        line,
        (int) diagnostic.getColumnNumber(),
        line <= lines.size() ? lines.get(line - 1) : "");
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
