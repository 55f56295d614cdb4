package workbook.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonParser;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import workbook.report.SampleReports;

/// What Gradescope and GitHub Classroom read, as each wants it.
@Tag("fast")
class CourseServerJsonTest {
  private static final Set<String> OF_A_TEST =
      Set.of(
          "score",
          "max_score",
          "status",
          "name",
          "name_format",
          "number",
          "output",
          "output_format",
          "tags",
          "visibility",
          "extra_data");

  private static final Set<String> OF_ALL =
      Set.of(
          "score",
          "execution_time",
          "output",
          "output_format",
          "test_output_format",
          "test_name_format",
          "visibility",
          "stdout_visibility",
          "extra_data",
          "tests",
          "leaderboard");

  @Test
  void eachTestHasItsPoints() {
    var json =
        JsonParser.parseString(GradescopeJson.write(SampleReports.hostile())).getAsJsonObject();
    assertTrue(OF_ALL.containsAll(json.keySet()), json.keySet().toString());
    assertEquals(4, json.get("score").getAsInt());
    assertEquals(
        "races/tally: not judged. Ask your instructor to look at it.\n"
            + "races/bank: rejected, 0 of 10 points.\n",
        json.get("output").getAsString());
    var tests = new ArrayList<String>();
    for (var element : json.getAsJsonArray("tests")) {
      var test = element.getAsJsonObject();
      assertTrue(OF_A_TEST.containsAll(test.keySet()), test.keySet().toString());
      tests.add(
          "%s: %s, %d of %d"
              .formatted(
                  test.get("name").getAsString(),
                  test.get("status").getAsString(),
                  test.get("score").getAsInt(),
                  test.get("max_score").getAsInt()));
    }
    assertEquals(
        List.of(
            "tally: it adds: passed, 4 of 4",
            "tally: the sum is 2: failed, 0 of 5",
            "tally: it waits: failed, 0 of 1",
            "races/bank: failed, 0 of 10"),
        tests);
    var output = json.getAsJsonArray("tests").get(1).getAsJsonObject().get("output").getAsString();
    assertTrue(output.startsWith("the sum: expected 2, saw 1\n"), output);
    assertTrue(output.endsWith("Read: lesson 03, \"Why\""), output);
  }

  @Test
  void gitHubClassroomAddsUpTheTests() {
    var json =
        JsonParser.parseString(ClassroomJson.write(SampleReports.hostile())).getAsJsonObject();
    assertEquals(1, json.get("version").getAsInt());
    assertEquals("fail", json.get("status").getAsString());
    assertEquals(20, json.get("max_score").getAsInt());
    var sum = 0;
    for (var element : json.getAsJsonArray("tests")) {
      var test = element.getAsJsonObject();
      sum += test.get("score").getAsInt();
      assertEquals(
          test.get("score").getAsInt() > 0 ? "pass" : "fail", test.get("status").getAsString());
      assertFalse(test.get("message").getAsString().isEmpty());
    }
    assertEquals(4, sum);
  }
}
