package workbook.json;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import workbook.report.ScoredCase;
import workbook.report.StudentReport;

/// A student's points as GitHub Classroom's reporter takes them from a grader, see
/// <https://github.com/classroom-resources/autograding-grading-reporter>.
public final class ClassroomJson {
  private static final int VERSION = 1;

  private static final Gson GSON =
      new GsonBuilder().disableHtmlEscaping().setPrettyPrinting().create();

  private ClassroomJson() {}

  /// JSON on several lines, ending in a newline.
  public static String write(StudentReport report) {
    var tests = new JsonArray();
    report.cases().forEach(one -> tests.add(test(one)));
    var json = new JsonObject();
    json.addProperty("version", VERSION);
    json.addProperty("status", status(report.cases().stream().allMatch(ScoredCase::passed)));
    json.addProperty("max_score", report.cases().stream().mapToInt(ScoredCase::of).sum());
    json.add("tests", tests);
    return GSON.toJson(json) + "\n";
  }

  private static JsonObject test(ScoredCase one) {
    var json = new JsonObject();
    json.addProperty("name", one.name());
    json.addProperty("status", status(one.passed()));
    json.addProperty("score", one.points());
    json.addProperty("message", one.says());
    return json;
  }

  private static String status(boolean passed) {
    return passed ? "pass" : "fail";
  }
}
