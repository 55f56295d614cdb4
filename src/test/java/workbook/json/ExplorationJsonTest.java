package workbook.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import workbook.explore.CallsRun;
import workbook.explore.Coverage;
import workbook.explore.FailureKind;
import workbook.explore.LinearizabilityVerdict;
import workbook.explore.Schedule;
import workbook.explore.Trace;
import workbook.explore.Verdict;

/// What is written of an exploration keeps to its schema, and the schema refuses what does not.
@Tag("fast")
class ExplorationJsonTest {
  private static final Trace TRACE =
      new Trace(
          List.of("T1", "main"),
          List.of(
              new Trace.Step(
                  "T1", "Bank.java", 7, "sum++;", "reads", "sum", "", "0", "", "", 0, "main", "")),
          Trace.End.FAILED,
          "a check failed: main: \"sum\" is 1",
          List.of("T1 waits"),
          "1.1+ab");

  private static Verdict.Fails failing(FailureKind kind) {
    return new Verdict.Fails(
        kind, "so it went", List.of("T1 waits"), null, Schedule.parse("1.1+ab"), 1, 12, TRACE);
  }

  private static String written(Verdict verdict) {
    var json = new ExplorationJson(2);
    json.add("races/bank", "Two transfers.", verdict);
    return json.toString();
  }

  private static JsonObject checked(String json) {
    assertEquals(List.of(), Schema.EXPLORATION.faults(json), json);
    var programs = JsonParser.parseString(json).getAsJsonObject().getAsJsonArray("programs");
    return programs.get(programs.size() - 1).getAsJsonObject();
  }

  @Test
  void aFailureTellsAllThatThereIs() {
    var program = checked(written(failing(FailureKind.ASSERTION)));
    assertEquals("races/bank", program.get("program").getAsString());
    assertEquals("fails", program.get("verdict").getAsString());
    assertEquals("assertion", program.get("kind").getAsString());
    assertEquals("a check failed: so it went", program.get("says").getAsString());
    assertEquals("so it went", program.get("what").getAsString());
    assertEquals(2, program.get("bound").getAsInt());
    assertEquals(1, program.get("preemptions").getAsInt());
    assertEquals(12, program.get("schedules").getAsLong());
    assertEquals("1.1+ab", program.get("schedule").getAsString());
    assertEquals(TRACE, TraceJson.read(program.get("trace").toString()));
  }

  @Test
  void everyVerdictKeepsToTheSchema() {
    var verdicts =
        List.of(
            new Verdict.Holds(8, 3, 2, Coverage.ALL, 0, 0, -1, 0),
            new Verdict.Holds(8, 3, 2, Coverage.EVERY, 0, 0, -1, 0),
            new Verdict.Holds(8, 3, 1, Coverage.SAMPLED, -7, 0.25, 3, 0),
            new Verdict.Holds(8, 3, 2, Coverage.ALL, 0, 0, -1, 25),
            new Verdict.Refused("java.io.FileInputStream"),
            new Verdict.TooLong("after 100,000 steps, T1 still runs"),
            new Verdict.NotFinished(9, 1, Duration.ofSeconds(60)));
    for (var verdict : verdicts) {
      assertEquals(verdict.says(), checked(written(verdict)).get("says").getAsString());
    }
    for (var kind : FailureKind.values()) {
      checked(written(failing(kind)));
    }
  }

  @Test
  void aRunThatWasRepeatedHasNoVerdict() {
    var json = new ExplorationJson(2);
    json.add("races/bank", "Two transfers.", TRACE);
    var program = checked(json.toString());
    assertFalse(program.has("verdict"), json.toString());
    assertEquals("1.1+ab", program.get("schedule").getAsString());
  }

  @Test
  void comparedCallsHaveTheirProgram() {
    var json = new ExplorationJson(1);
    var name = "--contract=Box --implementation=Mine.java";
    json.add(name, "calls", new LinearizabilityVerdict.Linearizable(40, 900, 1));
    assertEquals(40, checked(json.toString()).get("callPrograms").getAsInt());
    var code = "put.1/take.1@1.1+ab";
    var calls = "left   put(\"a\")\nright  take()";
    json.add(
        name,
        "calls",
        new LinearizabilityVerdict.NotLinearizable(calls, failing(FailureKind.LOST_WAKEUP), code));
    var fails = checked(json.toString());
    assertEquals(calls, fails.get("calls").getAsString());
    assertEquals(code, fails.get("schedule").getAsString());
    assertEquals(code, TraceJson.read(fails.get("trace").toString()).schedule());
    json.add(name, "calls", new CallsRun(calls, TRACE));
    assertEquals(calls, checked(json.toString()).get("calls").getAsString());
    json.add(
        name, "calls", new LinearizabilityVerdict.Undecided(calls, new Verdict.Refused("sockets")));
    assertEquals("cannot be explored", checked(json.toString()).get("verdict").getAsString());
  }

  @Test
  void theSchemaRefusesWhatIsMissingOrUnknown() {
    var good = written(failing(FailureKind.DEADLOCK));
    assertEquals(List.of(), Schema.EXPLORATION.faults(good));
    for (var wrong :
        List.of(
            good.replace("\"fails\"", "\"failed\""),
            good.replace("\"fails\"", "\"holds\""),
            good.replace("\"deadlock\"", "\"stuck\""),
            good.replace("\"bound\": 2", "\"bound\": -2"),
            good.replace("\"steps\"", "\"turns\""),
            good.replace("\"what\"", "\"why\""),
            good.replace("\"schemaVersion\": 1", "\"schemaVersion\": 2"))) {
      assertNotEquals(good, wrong);
      assertNotEquals(List.of(), Schema.EXPLORATION.faults(wrong), wrong);
    }
    assertTrue(Schema.EXPLORATION.faults("{\"schemaVersion\": 1}").size() > 0);
  }
}
