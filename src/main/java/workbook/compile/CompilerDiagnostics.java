package workbook.compile;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaFileObject;

/// What the compiler complains of, as sentences in one line.
public final class CompilerDiagnostics {
  /// More of them would only follow from the first.
  private static final int MOST = 10;

  /// Before the name of a class.
  private static final Pattern PACKAGES = Pattern.compile("\\b([a-z_]\\w*\\.)+(?=[A-Z])");

  private static final Pattern NO_PACKAGE = Pattern.compile("package ([\\w.]+) does not exist.*");

  private static final Pattern PREVIEW =
      Pattern.compile("(.+ preview (?:API|feature)) and (?:is|are) disabled by default.*");

  private CompilerDiagnostics() {}

  /// The first errors, each with its line.
  ///
  /// @param texts of the files that were compiled
  static List<SourceDiagnostic> of(
      DiagnosticCollector<JavaFileObject> told, Map<Path, String> texts) {
    return told.getDiagnostics().stream()
        .filter(diagnostic -> diagnostic.getKind() == Diagnostic.Kind.ERROR)
        .limit(MOST)
        .map(error -> of(error, texts))
        .toList();
  }

  private static SourceDiagnostic of(
      Diagnostic<? extends JavaFileObject> error, Map<Path, String> texts) {
    var says = withAdvice(sentence(error.getMessage(Locale.ENGLISH)));
    if (error.getSource() == null) {
      return SourceDiagnostic.about("", says);
    }
    var file = asGiven(Path.of(error.getSource().toUri()), texts);
    var line = (int) Math.max(0, error.getLineNumber());
    var column = (int) Math.max(0, error.getColumnNumber());
    var lines = texts.getOrDefault(file, "").lines().toList();
    var text = line > 0 && line <= lines.size() ? lines.get(line - 1) : "";
    return new SourceDiagnostic(says, file.toString(), line, text.isEmpty() ? 0 : column, text);
  }

  /// The file as the person named it; the name of one that the compiler has found.
  private static Path asGiven(Path found, Map<Path, String> texts) {
    return texts.keySet().stream()
        .filter(file -> file.toAbsolutePath().equals(found))
        .findFirst()
        .orElse(found.getFileName());
  }

  private static String withAdvice(String says) {
    var preview = PREVIEW.matcher(says);
    if (preview.matches()) {
      return preview.group(1) + ", and code that needs one cannot be explored.";
    }
    var lacks = NO_PACKAGE.matcher(says);
    return lacks.matches()
        ? "The package %s is not here. If it is in a library, name its jar: --class-path=FILE.jar."
            .formatted(lacks.group(1))
        : says;
  }

  /// The compiler's words in one line, without the packages of classes.
  public static String sentence(String message) {
    var line = message.strip().replaceAll("\\s*\\R\\s*", "; ").replaceAll("\\s+", " ");
    return PACKAGES.matcher(line).replaceAll("");
  }
}
