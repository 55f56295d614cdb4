package book;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;
import workbook.notebook.CellError;
import workbook.notebook.Notebook;
import workbook.notebook.NotebookChecker;
import workbook.notebook.NotebookDirectory;

/// Every notebook runs from top to bottom and prints what it says, and an instructor can present it
/// as it stands.
@Tag("slow")
class NotebooksTest {
  private static final Path NOTEBOOKS = Path.of("notebooks");
  private static final Duration ONE_STEP = Duration.ofMinutes(2);

  /// A chart of an experiment, or of what the notebook's own code did.
  private static final List<String> CHARTS =
      List.of("ExperimentCell.chart(", "ExperimentCell.timeline(");

  /// Columns of code that stand on a wall without being broken.
  private static final int WIDEST = 76;

  @TestFactory
  Stream<DynamicTest> everyNotebookPrintsWhatItSays() throws IOException {
    return each(NotebooksTest::check);
  }

  @TestFactory
  Stream<DynamicTest> everyNotebookCanBePresented() throws IOException {
    return each(file -> assertEquals(List.of(), lacks(Notebook.read(file))));
  }

  private interface Examination {
    void of(Path file) throws Exception;
  }

  private static Stream<DynamicTest> each(Examination examination) throws IOException {
    return new NotebookDirectory(NOTEBOOKS)
        .files().stream()
            .map(file -> dynamicTest(NotebookDirectory.name(file), () -> examination.of(file)));
  }

  /// What a lecture needs and this notebook lacks: a question before each reveal, a mistake to mend
  /// live, a chart, and code that fits on the wall.
  private static List<String> lacks(Notebook notebook) {
    var lacks = new ArrayList<String>();
    var asked = false;
    var all = new StringBuilder();
    for (var slide : notebook.slides()) {
      var asks = slide.markdown().contains("**Ask:**");
      if (slide.steps().stream().anyMatch(step -> !step.expected().isEmpty()) && !asks && !asked) {
        lacks.add("no question before what is shown: " + slide.title());
      }
      asked = asks && slide.steps().isEmpty();
      slide.source().lines().filter(line -> line.length() > WIDEST).forEach(lacks::add);
      all.append(slide.markdown()).append('\n').append(slide.source()).append('\n');
    }
    if (!all.toString().contains("## A mistake\n")) {
      lacks.add("there is no ## A mistake");
    }
    if (CHARTS.stream().noneMatch(all.toString()::contains)) {
      lacks.add("there is no chart: " + String.join(" or ", CHARTS));
    }
    return lacks;
  }

  private static void check(Path file) throws Exception {
    var notebook = Notebook.read(file);
    assumeTrue(notebook.missing().isEmpty(), () -> notebook.missing().orElseThrow());
    var checker = new NotebookChecker(System.getProperty("java.class.path"), ONE_STEP);
    assertEquals("", lines(checker.of(notebook).faults().stream()));
  }

  private static String lines(Stream<CellError> faults) {
    var all = new StringBuilder();
    faults.forEach(error -> all.append(NOTEBOOKS).append('/').append(error).append('\n'));
    return all.toString();
  }
}
