package workbook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.platform.commons.support.AnnotationSupport.findAnnotatedMethods;
import static org.junit.platform.commons.support.HierarchyTraversalMode.TOP_DOWN;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.platform.commons.annotation.Testable;

/// What a reader of the source can rely on, where the formatter does not see to it.
@Tag("fast")
class StyleTest {
  private static final int LONG_FILE = 400;
  private static final Path TESTS = Path.of("src", "test", "java");

  @Test
  void noFileIsLongerThanAReaderHolds() throws IOException {
    var tooLong = new ArrayList<String>();
    for (var file : javaFiles()) {
      var lines = Files.readAllLines(file).size();
      if (lines > LONG_FILE) {
        tooLong.add(file + " has " + lines + " lines; split it below " + LONG_FILE);
      }
    }
    assertEquals(List.of(), tooLong);
  }

  @Test
  void documentationIsNotCutByAnOrdinaryComment() throws IOException {
    var cuts = new ArrayList<String>();
    for (var file : javaFiles()) {
      var lines = Files.readAllLines(file);
      for (var at = 1; at < lines.size(); at++) {
        if (lines.get(at - 1).strip().startsWith("///") && isOrdinaryComment(lines.get(at))) {
          cuts.add(file + ":" + (at + 1) + ": // below ///; is this the end of the line above?");
        }
      }
    }
    assertEquals(List.of(), cuts);
  }

  @Test
  void everyTestClassIsEitherFastOrSlow() throws Exception {
    var wrong = new ArrayList<String>();
    for (var type : typesOf(TESTS)) {
      var tags = Stream.of(type.getAnnotationsByType(Tag.class)).map(Tag::value).toList();
      var runs = !findAnnotatedMethods(type, Testable.class, TOP_DOWN).isEmpty();
      if (runs && !tags.equals(List.of("fast")) && !tags.equals(List.of("slow"))) {
        wrong.add(type.getName() + " is tagged " + tags);
      }
    }
    assertEquals(List.of(), wrong);
  }

  private static List<Class<?>> typesOf(Path root) throws IOException, ClassNotFoundException {
    var types = new ArrayList<Class<?>>();
    try (var files = Files.walk(root)) {
      for (var file : files.filter(one -> one.toString().endsWith(".java")).toList()) {
        var name = root.relativize(file).toString().replace(".java", "");
        var loader = StyleTest.class.getClassLoader();
        types.add(
            Class.forName(name.replace(file.getFileSystem().getSeparator(), "."), false, loader));
      }
    }
    return types;
  }

  private static boolean isOrdinaryComment(String line) {
    return line.strip().startsWith("//") && !line.strip().startsWith("///");
  }

  private static List<Path> javaFiles() throws IOException {
    try (var lessons = Files.walk(Path.of("lessons"));
        var src = Files.walk(Path.of("src"))) {
      return Stream.concat(lessons, src)
          .filter(file -> file.toString().endsWith(".java"))
          .filter(file -> !file.getParent().endsWith("exercise")) // the learner's own
          .toList();
    }
  }
}
