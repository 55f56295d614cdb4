package book;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import workbook.notebook.Check;
import workbook.notebook.Fault;
import workbook.notebook.Notebook;

/// Every notebook runs from top to bottom and prints what it says.
class NotebooksTest {
  private static final Path NOTEBOOKS = Path.of("notebooks");
  private static final Duration ONE_STEP = Duration.ofMinutes(2);

  @TestFactory
  List<DynamicTest> everyNotebookPrintsWhatItSays() throws IOException {
    try (var files = Files.list(NOTEBOOKS)) {
      return files
          .filter(file -> file.toString().endsWith(".jsh"))
          .sorted()
          .map(file -> dynamicTest(file.getFileName().toString(), () -> check(file)))
          .toList();
    }
  }

  private static void check(Path file) throws Exception {
    var check = new Check(System.getProperty("java.class.path"), ONE_STEP);
    assertEquals("", lines(check.of(Notebook.read(file)).faults().stream()));
  }

  private static String lines(Stream<Fault> faults) {
    var all = new StringBuilder();
    faults.forEach(fault -> all.append(NOTEBOOKS).append('/').append(fault).append('\n'));
    return all.toString();
  }
}
