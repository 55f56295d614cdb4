package workbook.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import workbook.explore.Explorer;
import workbook.explore.Subject;
import workbook.explore.Trace;

/// What the view of a schedule is given.
@Tag("fast")
final class ScheduleJsonTest {
  private static Trace trace(int steps, String source) {
    var step =
        new Trace.Step(
            "T1",
            "A.java",
            3,
            source,
            "writes",
            "count",
            "",
            "1",
            "",
            "",
            0,
            "",
            "",
            "shop.A",
            List.of("lock"),
            "",
            false,
            List.of("T2"));
    var ending = "nothing fails under this schedule";
    var all = Collections.nCopies(steps, step);
    return new Trace(List.of("T1"), all, Trace.End.HELD, ending, List.of(), "calm");
  }

  private static JsonObject read(Object json) {
    return JsonParser.parseString(json.toString()).getAsJsonObject();
  }

  @Test
  void codeCannotEndTheElementThatItStandsIn() {
    var source = "var end = \"</script><!--\";";
    var text =
        new ScheduleJson(trace(1, source), Map.of("shop/A.java", List.of(source))).toString();
    assertFalse(text.contains("<"), text);
    var step = read(text).getAsJsonArray("steps").get(0).getAsJsonObject();
    assertEquals(source, step.get("source").getAsString());
    assertEquals("shop/A.java", step.get("path").getAsString());
    assertEquals("lock", step.getAsJsonArray("holds").get(0).getAsString());
    assertEquals("T2", step.getAsJsonArray("wakes").get(0).getAsString());
    assertFalse(step.has("waitsFor"), "what is empty is left out");
  }

  @Test
  void ofALongRunItsEndIsShown() {
    var json = read(new ScheduleJson(trace(5_010, "a = 1;"), Map.of()));
    assertEquals(10, json.get("first").getAsInt());
    assertEquals(5_000, json.getAsJsonArray("steps").size());
  }

  @Test
  void anotherTextIsAnotherState() {
    var one = ScheduleJson.state(Map.of("A.java", List.of("a", "b")));
    assertEquals(one, ScheduleJson.state(Map.of("A.java", List.of("a", "b"))));
    assertNotEquals(one, ScheduleJson.state(Map.of("A.java", List.of("a", "c"))));
  }

  @Test
  void aGameTellsWhereItStands() {
    var session = Explorer.play(Subject.named("scenarios.LostUpdate::bad"));
    session.move(0);
    var choice =
        new ScheduleJson.Choice(1, 0, -1, false, List.of(new ScheduleJson.Option(0, "T1 begins")));
    var json =
        read(
            new ScheduleJson(session.trace(), session.sources())
                .game("races/lost-update", session, List.of(choice))
                .note("Go on."));
    assertEquals("OPEN", json.get("end").getAsString());
    assertEquals("1", json.get("decisions").getAsString());
    assertEquals(1, json.get("made").getAsInt());
    assertEquals("Go on.", json.get("note").getAsString());
    var at = json.getAsJsonArray("at").toString();
    assertTrue(at.contains("\"T2\"") && !at.contains("\"main\""), at);
    assertTrue(json.getAsJsonObject("variables").toString().contains("\"0\""), json::toString);
  }
}
