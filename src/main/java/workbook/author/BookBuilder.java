package workbook.author;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaFileObject;
import javax.tools.ToolProvider;
import workbook.process.TempDirectory;

/// Builds a book that lies in a folder of its own: `lessons/` becomes `target/classes`. The
/// learner's files and the graded tests are left out, as in the build of this book.
///
/// @param home the folder that holds `lessons/`
public record BookBuilder(Path home) {
  private static final List<String> OPTIONS =
      List.of("-proc:none", "-parameters", "-g", "-Xlint:none", "-implicit:none");

  private static final String LEFT_OUT = "[^/]+/exercise/.*|_[^/]*/[^/]*Test\\.java";

  /// Whether there is a book to build.
  public boolean exists() {
    return Files.isRegularFile(lessons().resolve("book/Contents.java"));
  }

  private Path lessons() {
    return home.resolve("lessons");
  }

  private Path classes() {
    return home.resolve("target/classes");
  }

  /// Written when a build is whole; as old as that.
  private Path mark() {
    return home.resolve("target/built");
  }

  /// Begins an empty book.
  ///
  /// @param folder does not exist yet, or is empty
  /// @throws IOException when that fails; nothing is left of it then
  public static BookChange begin(Path folder) throws IOException {
    var change = new BookChange(folder);
    change.add(Template.files("book", Map.of()));
    Files.createDirectories(folder);
    change.apply();
    return change;
  }

  /// Builds it if anything has changed since the last time. Blocks until that is done.
  ///
  /// @return what does not compile, each a sentence that begins with the file and the line; empty
  ///   when all does. The classes of the last build stay until then.
  /// @throws IOException when a file cannot be read or written
  public List<String> build() throws IOException {
    var began = FileTime.fromMillis(System.currentTimeMillis());
    var files = files();
    if (isUpToDate(files)) {
      return List.of();
    }
    var fresh = home.resolve("target/classes.new-" + ProcessHandle.current().pid());
    try {
      Files.createDirectories(fresh);
      var faults = compile(files.stream().filter(BookBuilder::isJava).toList(), fresh);
      if (!faults.isEmpty()) {
        return faults;
      }
      for (var file : files) {
        if (!isJava(file)) {
          var copy = fresh.resolve(lessons().relativize(file).toString());
          Files.createDirectories(copy.getParent());
          Files.copy(file, copy);
        }
      }
      TempDirectory.delete(classes());
      Files.move(fresh, classes(), StandardCopyOption.ATOMIC_MOVE);
      Files.write(mark(), files.stream().map(Path::toString).toList());
      Files.setLastModifiedTime(mark(), began);
      return List.of();
    } finally {
      TempDirectory.delete(fresh);
    }
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> all = Files.walk(lessons())) {
      return all.filter(Files::isRegularFile)
          .filter(file -> !name(file).matches(LEFT_OUT))
          .sorted()
          .toList();
    }
  }

  private String name(Path file) {
    return lessons().relativize(file).toString().replace('\\', '/');
  }

  private static boolean isJava(Path file) {
    return file.toString().endsWith(".java");
  }

  /// Whether the same files were built, and none has changed since.
  private boolean isUpToDate(List<Path> files) throws IOException {
    if (!Files.exists(mark()) || !Files.isDirectory(classes())) {
      return false;
    }
    var built = Files.getLastModifiedTime(mark());
    for (var file : files) {
      if (Files.getLastModifiedTime(file).compareTo(built) >= 0) {
        return false;
      }
    }
    return Files.readAllLines(mark()).equals(files.stream().map(Path::toString).toList());
  }

  private List<String> compile(List<Path> sources, Path to) throws IOException {
    var compiler = ToolProvider.getSystemJavaCompiler();
    var told = new DiagnosticCollector<JavaFileObject>();
    var options = new ArrayList<>(OPTIONS);
    options.addAll(List.of("-d", to.toString()));
    try (var files =
        compiler.getStandardFileManager(null, Locale.ENGLISH, StandardCharsets.UTF_8)) {
      var texts = files.getJavaFileObjectsFromPaths(sources);
      var good = compiler.getTask(null, files, told, options, null, texts).call();
      return good
          ? List.of()
          : told.getDiagnostics().stream()
              .filter(one -> one.getKind() == Diagnostic.Kind.ERROR)
              .map(this::says)
              .toList();
    }
  }

  private String says(Diagnostic<? extends JavaFileObject> fault) {
    var message = fault.getMessage(Locale.ENGLISH).lines().findFirst().orElse("");
    var source = fault.getSource();
    return source == null
        ? message
        : "lessons/%s:%d: %s"
            .formatted(name(Path.of(source.toUri())), fault.getLineNumber(), message);
  }
}
