package workbook.json;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.Locale;
import java.util.Optional;
import workbook.Exercise;
import workbook.compile.SourceDiagnostic;
import workbook.course.Mark;
import workbook.explore.FailureKind;
import workbook.explore.Trace;
import workbook.grade.FailureWords;
import workbook.grade.GradingResult;
import workbook.grade.Submission;
import workbook.grade.TestResult;
import workbook.grade.worker.TestOutcome;

/// What a check found as JSON, for a grade book or an editor, as `grading.schema.json` says.
public final class GradingJson {
  private static final int VERSION = 1;

  private static final Gson GSON =
      new GsonBuilder().disableHtmlEscaping().setPrettyPrinting().create();

  private GradingJson() {}

  /// JSON on several lines, ending in a newline.
  public static String write(GradingResult result, Submission submission) {
    var json = new JsonObject();
    json.addProperty("schemaVersion", VERSION);
    json.addProperty("exercise", submission.name());
    json.addProperty("file", submission.shown());
    switch (result) {
      case GradingResult.Rejected rejected -> {
        var problems = new JsonArray();
        rejected.diagnostics().forEach(one -> problems.add(problem(one)));
        json.add("problems", problems);
      }
      case GradingResult.Scored scored -> {
        json.addProperty("sha256", scored.sha256());
        json.addProperty("points", scored.points());
        json.addProperty("of", scored.of());
        json.addProperty("judged", scored.judged());
        var tests = new JsonArray();
        scored.results().forEach(one -> tests.add(test(one, submission)));
        json.add("tests", tests);
      }
    }
    return GSON.toJson(json) + "\n";
  }

  /// The same JSON, of a file with the same content that is called so.
  ///
  /// @throws IllegalArgumentException when it is not what [#write] wrote
  public static String renamed(String json, String file) {
    var fields = JsonFields.parse(json);
    fields.text("file");
    fields.object().addProperty("file", file);
    return GSON.toJson(fields.object()) + "\n";
  }

  /// What a check comes to.
  ///
  /// @param json what [#write] wrote
  /// @throws IllegalArgumentException when it is something else
  public static Mark mark(String json, Exercise exercise) {
    return switch (read(json, exercise)) {
      case GradingResult.Rejected rejected ->
          new Mark("rejected", 0, Exercise.POINTS, "", rejected.diagnostics().getFirst().says());
      case GradingResult.Scored scored -> {
        var verdict = scored.passed() ? "passed" : "failed";
        yield new Mark(
            scored.judged() ? verdict : Mark.NOT_JUDGED,
            scored.points(),
            scored.of(),
            scored.sha256(),
            says(scored));
      }
    };
  }

  /// What to mend first, in one line; empty when it passed.
  private static String says(GradingResult.Scored scored) {
    return scored.failures().stream()
        .findFirst()
        .or(() -> scored.results().stream().filter(test -> !test.judged()).findFirst())
        .map(
            test ->
                test.says() + ": " + FailureWords.of(test.outcome()).lines().findFirst().orElse(""))
        .orElse("");
  }

  /// Reads what [#write] wrote.
  ///
  /// @throws IllegalArgumentException when it is something else
  public static GradingResult read(String json, Exercise exercise) {
    var fields = JsonFields.parse(json);
    return fields.has("problems")
        ? new GradingResult.Rejected(exercise, fields.list("problems", GradingJson::problem))
        : new GradingResult.Scored(
            exercise, fields.text("sha256"), fields.list("tests", GradingJson::test));
  }

  private static SourceDiagnostic problem(JsonFields problem) {
    return new SourceDiagnostic(
        problem.text("says"), "", problem.count("line"), problem.count("column"), "");
  }

  private static TestResult test(JsonFields test) {
    return new TestResult(
        test.text("test"),
        test.text("asks"),
        test.count("of"),
        test.text("read", ""),
        outcome(test, test.text("says")),
        test.text("printed", ""));
  }

  private static TestOutcome outcome(JsonFields test, String says) {
    return switch (test.text("verdict")) {
      case "pass" -> new TestOutcome.Pass(says);
      case "fail" ->
          new TestOutcome.Fail(
              says,
              Optional.ofNullable(test.object().get("trace"))
                  .map(trace -> GSON.fromJson(trace, Trace.class)));
      case "stuck" -> new TestOutcome.Stuck(says);
      case "resource" -> new TestOutcome.Resource(says);
      case "not judged" -> new TestOutcome.Inconclusive(says);
      case "not run" -> new TestOutcome.NotRun(says);
      case String other -> throw new IllegalArgumentException("there is no verdict " + other);
    };
  }

  private static JsonObject problem(SourceDiagnostic diagnostic) {
    var json = new JsonObject();
    json.addProperty("says", diagnostic.says());
    json.addProperty("line", diagnostic.line());
    json.addProperty("column", diagnostic.column());
    return json;
  }

  private static JsonObject test(TestResult result, Submission submission) {
    var json = new JsonObject();
    json.addProperty("test", result.test());
    json.addProperty("asks", result.says());
    json.addProperty("points", result.passed() ? result.points() : 0);
    json.addProperty("of", result.points());
    switch (result.outcome()) {
      case TestOutcome.Pass(var because) -> verdict(json, "pass", because);
      case TestOutcome.Fail(var what, var trace) -> {
        verdict(json, "fail", what);
        trace.ifPresent(
            run -> {
              json.addProperty("schedule", run.schedule());
              json.add("trace", GSON.toJsonTree(run));
            });
      }
      case TestOutcome.Stuck(var what) -> verdict(json, "stuck", what);
      case TestOutcome.Resource(var what) -> verdict(json, "resource", what);
      case TestOutcome.Inconclusive(var why) -> verdict(json, "not judged", why);
      case TestOutcome.NotRun(var why) -> verdict(json, "not run", why);
    }
    result.kind().ifPresent(kind -> json.addProperty("kind", name(kind)));
    result
        .mismatch()
        .ifPresent(
            values -> {
              json.addProperty("expected", values.expected());
              json.addProperty("saw", values.saw());
            });
    if (!result.passed()) {
      json.addProperty("read", result.read());
      json.addProperty("hint", submission.hint());
    }
    if (!result.printed().isEmpty()) {
      json.addProperty("printed", result.printed());
    }
    return json;
  }

  static String name(FailureKind kind) {
    return kind.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  private static void verdict(JsonObject json, String verdict, String says) {
    json.addProperty("verdict", verdict);
    json.addProperty("says", says);
  }
}
