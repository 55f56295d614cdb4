package workbook.json;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import workbook.grade.FailureWords;
import workbook.grade.GradingResult;
import workbook.grade.TestResult;
import workbook.grade.worker.TestOutcome;
import workbook.report.StudentReport;

/// A student's points as the `results.json` of a Gradescope autograder, see
/// <https://gradescope-autograders.readthedocs.io/en/latest/specs/>.
public final class GradescopeJson {
  private static final Gson GSON =
      new GsonBuilder().disableHtmlEscaping().setPrettyPrinting().create();

  private GradescopeJson() {}

  /// JSON on several lines, ending in a newline.
  public static String write(StudentReport report) {
    var tests = new JsonArray();
    var about = new StringBuilder();
    var score = 0;
    for (var answer : report.answers()) {
      var line = answer.line();
      var mark = line.mark();
      score += mark.points();
      about.append("%s: %s".formatted(line.exercise(), mark.verdict()));
      about.append(mark.counts() ? ", %d of %d points".formatted(mark.points(), mark.of()) : "");
      about.append(mark.counts() ? ".\n" : ". Ask your instructor to look at it.\n");
      switch (answer.result().orElse(null)) {
        case null -> tests.add(whole(answer, mark.says()));
        case GradingResult.Rejected rejected -> tests.add(whole(answer, problems(rejected)));
        case GradingResult.Scored scored ->
            scored.results().forEach(test -> tests.add(test(test, answer)));
      }
    }
    var json = new JsonObject();
    json.addProperty("score", score);
    json.addProperty("output", about.toString());
    json.addProperty("output_format", "text");
    json.addProperty("stdout_visibility", "hidden");
    json.add("tests", tests);
    return GSON.toJson(json) + "\n";
  }

  /// One that no test was run for.
  private static JsonObject whole(StudentReport.Answer answer, String says) {
    var mark = answer.line().mark();
    return test(answer.line().exercise(), 0, mark.of(), "failed", says);
  }

  private static String problems(GradingResult.Rejected rejected) {
    var text = new StringBuilder("No test was run: the file can't be graded.\n");
    for (var problem : rejected.diagnostics()) {
      text.append(problem.line() == 0 ? "" : "Line %d: ".formatted(problem.line()));
      text.append(problem.says()).append('\n');
    }
    return text.toString();
  }

  private static JsonObject test(TestResult test, StudentReport.Answer answer) {
    var says = new StringBuilder(FailureWords.of(test.outcome()));
    if (test.outcome() instanceof TestOutcome.Fail fail && fail.trace().isPresent()) {
      says.append("\n\n").append(fail.trace().get());
    }
    if (!test.passed()) {
      says.append("\n\nRead: ").append(test.read());
    }
    return test(
        answer.exercise().id() + ": " + test.says(),
        test.passed() ? test.points() : 0,
        test.points(),
        test.passed() ? "passed" : "failed",
        says.toString().strip());
  }

  private static JsonObject test(String name, int score, int of, String status, String output) {
    var json = new JsonObject();
    json.addProperty("name", name);
    json.addProperty("name_format", "text");
    json.addProperty("score", score);
    json.addProperty("max_score", of);
    json.addProperty("status", status);
    json.addProperty("output", output);
    json.addProperty("output_format", "text");
    json.addProperty("visibility", "visible");
    return json;
  }
}
