package workbook.json;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import workbook.report.ScoredCase;
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
    report.cases().forEach(one -> tests.add(test(one)));
    var json = new JsonObject();
    json.addProperty("score", report.cases().stream().mapToInt(ScoredCase::points).sum());
    json.addProperty("output", report.summary());
    json.addProperty("output_format", "text");
    json.addProperty("stdout_visibility", "hidden");
    json.add("tests", tests);
    return GSON.toJson(json) + "\n";
  }

  private static JsonObject test(ScoredCase one) {
    var json = new JsonObject();
    json.addProperty("name", one.name());
    json.addProperty("name_format", "text");
    json.addProperty("score", one.points());
    json.addProperty("max_score", one.of());
    json.addProperty("status", one.passed() ? "passed" : "failed");
    json.addProperty("output", one.says());
    json.addProperty("output_format", "text");
    json.addProperty("visibility", "visible");
    return json;
  }
}
