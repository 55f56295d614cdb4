package workbook.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import workbook.Exercise;
import workbook.compile.SourceDiagnostic;
import workbook.explore.FailureKind;
import workbook.explore.Trace;
import workbook.grade.GradingResult;
import workbook.grade.Submission;
import workbook.grade.TestResult;
import workbook.grade.worker.TestOutcome;

/// What is written of a check keeps to its schema, and the schema refuses what does not.
@Tag("fast")
final class GradingJsonTest {
  private static final Exercise EXERCISE = new Exercise("Tally", "counts", Runnable.class);

  private static final Submission SUBMISSION =
      new Submission(EXERCISE, "races/tally", Path.of("Tally.java"), true);

  private static final Trace TRACE =
      new Trace(
          List.of("other", "main"),
          List.of(
              new Trace.Step(
                  "other", "Tally.java", 7, "n++;", "reads", "n", "", "0", "", "", 0, "", "")),
          Trace.End.FAILED,
          "deadlock: no thread can go on",
          List.of("other waits for main"),
          "1.1+ab");

  private static TestResult test(TestOutcome outcome, String printed) {
    return new TestResult("adds", "it adds", 2, "lesson 03, \"Why\"", outcome, printed);
  }

  private static JsonObject written(TestOutcome outcome, String printed) {
    var whole = write(test(outcome, printed));
    assertEquals(List.of(), Schema.GRADING.faults(whole), whole);
    return JsonParser.parseString(whole)
        .getAsJsonObject()
        .getAsJsonArray("tests")
        .get(0)
        .getAsJsonObject();
  }

  private static String write(TestResult... tests) {
    return GradingJson.write(
        new GradingResult.Scored(EXERCISE, "00ff", List.of(tests)), SUBMISSION);
  }

  @Test
  void aFailureTellsAllThatThereIs() {
    var test =
        written(
            new TestOutcome.Fail("deadlock: no thread can go on", Optional.of(TRACE)), "so far\n");
    assertEquals("fail", test.get("verdict").getAsString());
    assertEquals("deadlock", test.get("kind").getAsString());
    assertEquals("1.1+ab", test.get("schedule").getAsString());
    assertEquals("so far\n", test.get("printed").getAsString());
    assertEquals(TRACE, TraceJson.read(test.get("trace").toString()));
    assertTrue(test.get("hint").getAsString().endsWith("hint tally"));
    assertEquals(0, test.get("points").getAsInt());
  }

  @Test
  void whatWasExpectedAndSeenStandsByItself() {
    var numbers =
        written(
            new TestOutcome.Fail(
                "a check failed: main: the total ==> expected: <2> but was: <1>",
                Optional.of(TRACE)),
            "");
    assertEquals("2", numbers.get("expected").getAsString());
    assertEquals("1", numbers.get("saw").getAsString());
    assertEquals("assertion", numbers.get("kind").getAsString());
    var exception =
        written(
            new TestOutcome.Fail(
                "no ==> Unexpected exception type thrown, expected: <java.lang.Error> but was:"
                    + " <java.lang.IllegalStateException>",
                Optional.empty()),
            "");
    assertEquals("Error", exception.get("expected").getAsString());
    assertEquals("java.lang.IllegalStateException", exception.get("saw").getAsString());
    assertFalse(exception.has("kind"), "the explorer did not run it");
  }

  @Test
  void everyVerdictKeepsToTheSchema() {
    var outcomes =
        List.of(
            new TestOutcome.Pass("holds in all 8"),
            new TestOutcome.Pass(""),
            new TestOutcome.Stuck("it sat in add()"),
            new TestOutcome.Resource("the memory ran out"),
            new TestOutcome.Inconclusive("too long"),
            new TestOutcome.NotRun("others were stuck"));
    outcomes.forEach(outcome -> written(outcome, ""));
    for (var kind : FailureKind.values()) {
      var words = kind.words() + ": so it went";
      assertTrue(written(new TestOutcome.Fail(words, Optional.of(TRACE)), "").has("kind"), words);
    }
  }

  @Test
  void aFileThatCannotBeGradedHasProblemsInstead() {
    var rejected =
        new GradingResult.Rejected(
            EXERCISE, List.of(new SourceDiagnostic("';' expected", "Tally.java", 6, 16, "x")));
    var json = GradingJson.write(rejected, SUBMISSION);
    assertEquals(List.of(), Schema.GRADING.faults(json), json);
    assertTrue(json.contains("';' expected"), json);
  }

  @Test
  void whatWasWrittenCanBeRead() {
    for (var outcome :
        List.of(
            new TestOutcome.Pass("holds in all 8"),
            new TestOutcome.Fail("deadlock: no thread can go on", Optional.of(TRACE)),
            new TestOutcome.Fail("no", Optional.empty()),
            new TestOutcome.Stuck("it sat in add()"),
            new TestOutcome.Resource("the memory ran out"),
            new TestOutcome.Inconclusive("too long"),
            new TestOutcome.NotRun("others were stuck"))) {
      var json = write(test(outcome, "so far\n"));
      assertEquals(json, GradingJson.write(GradingJson.read(json, EXERCISE), SUBMISSION));
    }
  }

  @Test
  void aMarkSaysInPlainWordsWhatToMendFirst() {
    var wrong = new TestOutcome.Fail("sum ==> expected: <2> but was: <1>", Optional.empty());
    var endless = new TestOutcome.Fail("deadlock: no thread goes on\nat all", Optional.empty());
    assertEquals(
        "it adds: sum: expected 2, saw 1",
        GradingJson.mark(write(test(wrong, "")), EXERCISE).says());
    assertEquals(
        "it adds: deadlock: no thread goes on",
        GradingJson.mark(write(test(wrong, ""), test(endless, "")), EXERCISE).says());
  }

  @Test
  void theSchemaRefusesWhatIsMissingOrUnknown() {
    var good = write(test(new TestOutcome.Pass(""), ""));
    assertEquals(List.of(), Schema.GRADING.faults(good));
    assertNotEquals(List.of(), Schema.GRADING.faults(good.replace("\"pass\"", "\"passed\"")));
    assertNotEquals(List.of(), Schema.GRADING.faults(good.replace("\"sha256\"", "\"md5\"")));
    assertNotEquals(List.of(), Schema.GRADING.faults(good.replace("races/tally", "tally")));
  }
}
