import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.spi.ToolProvider;

/// Runs google-java-format over all Java files of the project.
///
/// The profiles `format` and `quality` start it on the JDK the book is compiled with: a formatter
/// inside Maven would run on Maven's own Java, which may be too old to read the book.
///
/// Usage: `java -cp google-java-format.jar .ci/Format.java --replace`, or `--dry-run
/// --set-exit-if-changed` to name the files that would change and end with 1 if there are any.
void main(String[] options) throws IOException {
  var arguments = new ArrayList<>(List.of(options));
  for (var root : List.of("lessons", "src", ".ci")) {
    try (var files = Files.walk(Path.of(root))) {
      files
          .filter(file -> file.toString().endsWith(".java"))
          .filter(file -> !file.getParent().endsWith("exercise")) // the learner's own
          .map(Path::toString)
          .forEach(arguments::add);
    }
  }
  var format = ToolProvider.findFirst("google-java-format").orElseThrow();
  System.exit(format.run(System.out, System.err, arguments.toArray(String[]::new)));
}
