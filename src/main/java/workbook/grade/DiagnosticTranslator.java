package workbook.grade;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.SourcePositions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.lang.model.element.Modifier;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaFileObject;
import workbook.Exercise;
import workbook.compile.CompilerDiagnostics;
import workbook.compile.SourceDiagnostic;

/// What a learner has to mend before a text can be compiled, in words for learners.
final class DiagnosticTranslator {
  /// More of them would only follow from the first.
  private static final int MOST = 10;

  private static final Pattern LACKS =
      Pattern.compile("(.+) is not abstract and does not override abstract method (.+) in (.+)");

  /// A class that the compiler does not find: `Other x` or `Other.of()`.
  private static final Pattern UNKNOWN =
      Pattern.compile("(?s)cannot find symbol\\R\\s*symbol:\\s+(?:class|variable) (\\w+).*");

  private final Exercise exercise;
  private final List<String> lines;
  private final Path file;
  private final String name;
  private final SourcePositions positions;
  private final List<SourceDiagnostic> own = new ArrayList<>();

  /// @param text the learner's
  /// @param file where that is from
  DiagnosticTranslator(Exercise exercise, String text, Path file, SourcePositions positions) {
    this.positions = positions;
    this.exercise = exercise;
    lines = text.lines().toList();
    this.file = file;
    this.name = file.getFileName().toString();
  }

  /// Looks at the package and the classes of the learner's text.
  void ofUnit(CompilationUnitTree unit) {
    var room = exercise.room() + ".exercise";
    var said = unit.getPackageName() == null ? "" : unit.getPackageName().toString();
    if (!said.equals(room)) {
      complain(
          unit,
          unit.getPackage(),
          said.isEmpty()
              ? "The first line must be `package %s;`.".formatted(room)
              : "%s belongs in the package %s, not %s.".formatted(exercise.name(), room, said));
    }
    List<Tree> types =
        unit.getTypeDecls().stream()
            .filter(ClassTree.class::isInstance)
            .map(Tree.class::cast)
            .toList();
    var theOne = types.stream().filter(this::isTheOne).findFirst();
    if (theOne.isEmpty()) {
      var first =
          types.stream().filter(this::isPublic).findFirst().or(() -> types.stream().findFirst());
      complain(unit, first.orElse(null), first.map(this::renamed).orElse(missing()));
      return;
    }
    if (!isPublic(theOne.get())) {
      complain(
          unit,
          theOne.get(),
          "%s is not public, so the tests cannot use it: write `public` in front of it."
              .formatted(exercise.name()));
    }
    types.stream()
        .filter(type -> !isTheOne(type) && isPublic(type))
        .forEach(
            type ->
                complain(
                    unit, type, "Only %s may be public in this file.".formatted(exercise.name())));
  }

  private String missing() {
    return "There must be a class %s in this file.".formatted(exercise.name());
  }

  private String renamed(Tree type) {
    return "The tests look for a class called %s, and this one is called %s: rename it."
        .formatted(exercise.name(), ((ClassTree) type).getSimpleName());
  }

  private boolean isPublic(Tree type) {
    return ((ClassTree) type).getModifiers().getFlags().contains(Modifier.PUBLIC);
  }

  private boolean isTheOne(Tree type) {
    return ((ClassTree) type).getSimpleName().contentEquals(exercise.name());
  }

  private void complain(CompilationUnitTree unit, Tree about, String says) {
    var start = about == null ? -1 : positions.getStartPosition(unit, about);
    if (start < 0) {
      own.add(SourceDiagnostic.about(name, says));
      return;
    }
    var line = (int) unit.getLineMap().getLineNumber(start);
    var column = (int) unit.getLineMap().getColumnNumber(start);
    own.add(new SourceDiagnostic(says, name, line, column, line(line)));
  }

  /// All complaints so far, this class's own and the compiler's. What the graded tests lack is told
  /// only when the file itself is in order: it mostly follows from a mistake there.
  List<SourceDiagnostic> found(DiagnosticCollector<JavaFileObject> told) {
    var errors =
        told.getDiagnostics().stream()
            .filter(diagnostic -> diagnostic.getKind() == Diagnostic.Kind.ERROR)
            .collect(Collectors.partitioningBy(this::isOfTheTests));
    var all = new ArrayList<>(own);
    var others = new HashSet<String>();
    for (var error : errors.get(false)) {
      var other = classBeside(error);
      if (other.isEmpty() || others.add(other.get())) {
        all.add(ofTheFile(error));
      }
    }
    if (all.isEmpty()) {
      errors.get(true).stream().map(this::ofTheTests).forEach(all::add);
    }
    return all.stream().limit(MOST).toList();
  }

  /// A complaint about a class of the book that is not there when the tests run.
  ///
  /// @param type its name with dots
  SourceDiagnostic notThere(String type) {
    var own = exercise.room() + ".exercise.";
    return about(
        type,
        type.startsWith(own)
            ? oneFileOnly(type.substring(own.length()))
            : "An answer may not use %s. Of the book, it may use %s and what that uses."
                .formatted(type, exercise.contract().getSimpleName()));
  }

  /// A complaint about a class that makes classes out of files or texts.
  ///
  /// @param type its simple name
  /// @param used for example `Class.forName`
  SourceDiagnostic looksInside(String used) {
    return about(
        used.replaceAll(".*\\.", ""),
        "An answer may not look into the JVM it runs in: leave out %s.".formatted(used));
  }

  SourceDiagnostic loadsCode(String type) {
    return about(
        type, "An answer is one file: it may not compile or load others with %s.".formatted(type));
  }

  /// About the first line that has a word, or about the file.
  private SourceDiagnostic about(String word, String says) {
    var line =
        1
            + IntStream.range(0, lines.size())
                .filter(at -> lines.get(at).contains(word))
                .findFirst()
                .orElse(-1);
    return new SourceDiagnostic(says, name, line, 0, line(line));
  }

  private boolean isOfTheTests(Diagnostic<? extends JavaFileObject> error) {
    var source = error.getSource();
    return source != null && source.getName().endsWith("/" + exercise.name() + "Test.java");
  }

  private SourceDiagnostic ofTheTests(Diagnostic<? extends JavaFileObject> error) {
    return SourceDiagnostic.about(
        name,
        "The graded tests " + needs(error) + ": " + sentence(error.getMessage(Locale.ENGLISH)));
  }

  private SourceDiagnostic ofTheFile(Diagnostic<? extends JavaFileObject> error) {
    var line = (int) Math.max(0, error.getLineNumber());
    var column = (int) Math.max(0, error.getColumnNumber());
    var says =
        classBeside(error)
            .map(this::oneFileOnly)
            .orElseGet(() -> sentence(error.getMessage(Locale.ENGLISH)));
    return new SourceDiagnostic(says, name, line, column, line(line));
  }

  /// The class that is missing, when there is a file for it beside the learner's.
  private Optional<String> classBeside(Diagnostic<? extends JavaFileObject> error) {
    var unknown = UNKNOWN.matcher(error.getMessage(Locale.ENGLISH));
    return unknown.matches() && Files.exists(file.resolveSibling(unknown.group(1) + ".java"))
        ? Optional.of(unknown.group(1))
        : Optional.empty();
  }

  private String oneFileOnly(String other) {
    return "%s is in another file, and an answer is one file: move the class %s into %s, below %s"
            .formatted(other, other, name, exercise.name())
        + " and without `public`.";
  }

  private String line(int number) {
    return number > 0 && number <= lines.size() ? lines.get(number - 1) : "";
  }

  private static String needs(Diagnostic<? extends JavaFileObject> diagnostic) {
    try {
      var test = diagnostic.getSource().getCharContent(true).toString().lines().toList();
      var line = test.get((int) diagnostic.getLineNumber() - 1).strip();
      return "contain `" + line + "`, which does not compile with this class";
    } catch (java.io.IOException | IndexOutOfBoundsException unknown) {
      return "do not compile with this class";
    }
  }

  /// The compiler's words in one line, and plainer where it is worth it.
  private static String sentence(String message) {
    var line = CompilerDiagnostics.sentence(message);
    var lacks = LACKS.matcher(line);
    return lacks.matches()
        ? "%s lacks the method %s, which %s promises."
            .formatted(lacks.group(1), lacks.group(2), lacks.group(3))
        : line;
  }
}
