package workbook.grade;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import _03_races.Counter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import workbook.Exercise;

class GraderTest {
  private static final Path HOME = Path.of("");
  private static final Exercise TALLY = new Exercise("Tally", "", Counter.class);

  @TempDir private Path folder;

  @Test
  void theStubFailsAndTheRunThatShowsItIsThere() throws IOException, InterruptedException {
    var marked = assertInstanceOf(Verdict.Marked.class, check(room("stub")));
    assertFalse(marked.passed());
    assertEquals(1, marked.points());
    assertEquals(3, marked.of());
    var fail = assertInstanceOf(Outcome.Fail.class, marked.marks().getLast().outcome());
    var steps = fail.trace().orElseThrow().steps();
    assertTrue(steps.stream().anyMatch(step -> step.source().equals("total += amount;")));
  }

  @Test
  void theSolutionPasses() throws IOException, InterruptedException {
    var marked = assertInstanceOf(Verdict.Marked.class, check(room("solution")));
    assertTrue(marked.passed());
    var pass = assertInstanceOf(Outcome.Pass.class, marked.marks().getLast().outcome());
    assertTrue(pass.because().startsWith("holds in all "), pass.because());
  }

  @Test
  void aMistakeIsShownWithItsLine() throws IOException, InterruptedException {
    var refused =
        assertInstanceOf(Verdict.Refused.class, check(room("stub").replace("amount;", "amont;")));
    var complaint = refused.complaints().getFirst();
    assertEquals(12, complaint.line());
    assertEquals("    total += amont;", complaint.text());
  }

  private Verdict check(String text) throws IOException, InterruptedException {
    try (var grader = Grader.cold(HOME)) {
      return grader.check(TALLY, Files.writeString(folder.resolve("Tally.java"), text));
    }
  }

  /// The text of a class of that package, as if the learner had written it.
  private static String room(String name) throws IOException {
    return Files.readString(HOME.resolve("lessons/_03_races/" + name + "/Tally.java"))
        .replace("package _03_races." + name, "package _03_races.exercise");
  }
}
