package workbook.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import workbook.Claim;
import workbook.Fact;
import workbook.Machine;
import workbook.MessageEvent;
import workbook.Observations;
import workbook.Outcome;
import workbook.Outcome.Expectation;
import workbook.Parameters;
import workbook.Result;
import workbook.Result.Ending;
import workbook.Series;
import workbook.Span;
import workbook.TranscriptLine;

@Tag("fast")
final class ResultJsonTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "plain",
        "\"quoted\" \\ back",
        "a\nb\r\n\tc",
        "grüß 𝄞 \u2028 \u0000 \ud800",
        "</a>"
      })
  void whateverTheTextsSayTheResultComesBackEqual(String text) {
    var result = result(text, Ending.COMPLETE);

    assertEquals(result, ResultJson.read(ResultJson.write(result)));
    assertEquals(
        List.copyOf(result.parameters().values().keySet()),
        List.copyOf(ResultJson.read(ResultJson.write(result)).parameters().values().keySet()));
  }

  @ParameterizedTest
  @EnumSource(Ending.class)
  void everyEndingComesBack(Ending ending) {
    var result = result("", ending);

    assertEquals(ending, ResultJson.read(ResultJson.write(result)).ending());
  }

  @Test
  void aResultWithoutPredictionOrObservationsComesBackEqual() {
    var result =
        new Result(
            "a/b",
            "",
            new Parameters(new LinkedHashMap<>()),
            new Machine("", 0, 0, "", "", -1),
            Instant.MIN,
            Duration.ZERO,
            Optional.empty(),
            Observations.NONE,
            Ending.FAILED,
            "It failed.");

    assertEquals(result, ResultJson.read(ResultJson.write(result)));
  }

  @Test
  void observationsAreOneLineAndComeBackEqual() {
    var observations = result("a\nb\u2028", Ending.COMPLETE).observations();
    var json = ObservationsJson.write(observations);

    assertFalse(json.lines().skip(1).findAny().isPresent(), json);
    assertEquals(observations, ObservationsJson.read(json));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "{", "[]", "null", "7", "{} {}", "{\"a\":NaN}", "no json", "{'a':1}"})
  void whatIsNoResultIsRefusedWithOneSentence(String json) {
    assertRefused("This is not a result of the workbook: ", json);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          "title"                  | "headline"     | it has no "title".
          "cores": 2               | "cores": 2.5   | its "cores" is not a whole number.
          "cores": 2               | "cores": "two" | its "cores" is not a whole number.
          "cores": 2               | "cores": 9876543210 | its "cores" is not a whole number below 2,147,483,648.
          "held": true             | "held": 1      | its "held" is not true or false.
          "held": true             | "held": "true" | its "held" is not true or false.
          "load": 0.5              | "load": 1e999  | its "load" is not a number.
          "ending": "COMPLETE"     | "ending": "OK" | its "ending" is not a kind of Ending.
          "ending": "COMPLETE"     | "ending": 4    | its "ending" is not text.
          "notes": [               | "notes": 4, "x": [ | its "notes" is not a list.
          "samples": [1.0,1.0E-300] | "samples": []  | a point without samples.
          "to": 12                 | "to": -9       | lane-1: working ends before it begins.
          """)
  void whatIsWrongIsNamed(String right, String wrong, String sentence) {
    var json = ResultJson.write(result("text", Ending.COMPLETE));
    assertTrue(json.contains(right), json);

    var refused =
        assertRefused("This is not a result of the workbook: ", json.replace(right, wrong));

    assertTrue(refused.endsWith(": " + sentence), refused);
  }

  @Test
  void anOutcomeWrittenBeforeThereWereGroupsIsReadAsOneWithout() {
    var json = ObservationsJson.write(result("", Ending.COMPLETE).observations());

    var read = ObservationsJson.read(json.replace("\"group\":\"mended\",", ""));

    assertFalse(json.contains("\"group\":\"\""), json);
    assertEquals(List.of("", ""), read.outcomes().stream().map(Outcome::group).toList());
  }

  private static String assertRefused(String start, String json) {
    var refused = assertThrows(IllegalArgumentException.class, () -> ResultJson.read(json));
    assertTrue(refused.getMessage().startsWith(start), refused.getMessage());
    assertEquals(1, refused.getMessage().lines().count(), refused.getMessage());
    return refused.getMessage();
  }

  private static Result result(String text, Ending ending) {
    var parameters = new LinkedHashMap<String, String>();
    parameters.put("threads", "4");
    parameters.put("kind", text);
    var points =
        List.of(
            new Series.Point(0, List.of(1.0, 1e-300)),
            new Series.Point(0.1, List.of(-0.0, Double.MAX_VALUE, Math.PI, 1e17 + 2)));
    var observations =
        new Observations(
            List.of(new Fact("PID" + text, text)),
            List.of(new Series(text, "time", "ns", points)),
            List.of(
                new Outcome("1, 1" + text, Expectation.FORBIDDEN, Long.MAX_VALUE, text),
                new Outcome("mended", text, Expectation.ACCEPTABLE, 0, text)),
            List.of(new Span("lane-1", "working", -5, 12)),
            List.of(
                new TranscriptLine(1, text, text),
                new TranscriptLine(Long.MAX_VALUE, "main", text)),
            List.of(
                new MessageEvent(3, text, MessageEvent.Act.WRITES, text, Integer.MAX_VALUE, text),
                new MessageEvent(4, "", MessageEvent.Act.DOES, "", 0, text)),
            List.of(new Claim(text, true, text)),
            List.of("note", text),
            text);
    return new Result(
        "races/lost-updates",
        "Lost " + text,
        new Parameters(parameters),
        new Machine("CPU", 2, 1L << 40, "25", "Linux", 0.5),
        Instant.parse("2026-11-21T08:47:11.123456789Z"),
        Duration.ofNanos(1_234_567_890_123L),
        Optional.of(text),
        observations,
        ending,
        text);
  }
}
