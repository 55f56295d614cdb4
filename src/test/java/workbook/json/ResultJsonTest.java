package workbook.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import workbook.Observations;
import workbook.Outcome;
import workbook.Result;
import workbook.Result.Ending;

@Tag("fast")
final class ResultJsonTest {
  private static final String NO_RESULT = "This is not a result of the workbook: ";

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
    var result = SampleResults.full(text, Ending.COMPLETE);

    assertEquals(result, ResultJson.read(written(result)));
    assertEquals(
        List.copyOf(result.parameters().values().keySet()),
        List.copyOf(ResultJson.read(written(result)).parameters().values().keySet()));
  }

  @ParameterizedTest
  @EnumSource(Ending.class)
  void everyEndingComesBack(Ending ending) {
    var result = SampleResults.full("", ending);

    assertEquals(ending, ResultJson.read(written(result)).ending());
  }

  @Test
  void aResultWithoutPredictionOrObservationsComesBackEqual() {
    var result = SampleResults.empty();

    assertEquals(result, ResultJson.read(ResultJson.write(result, List.of())));
  }

  @ParameterizedTest
  @ValueSource(strings = {"7", "yes"})
  void everyParameterIsOfItsOwnType(String word) {
    var json = written(SampleResults.full(word, Ending.COMPLETE));

    assertEquals(
        """
        "parameters": {
            "threads": 4,
            "kind": "%s",
            "fair": true,
            "warm": false
          },
        """
            .formatted(word)
            .strip(),
        json.substring(json.indexOf("\"parameters\""), json.indexOf("\n  \"machine\"")));
  }

  @Test
  void aResultFromBeforeTheSchemaIsRead() throws Exception {
    try (var file = getClass().getResourceAsStream("result-1.json")) {
      var json = new String(file.readAllBytes(), StandardCharsets.UTF_8);

      assertEquals(SampleResults.full("text", Ending.COMPLETE), ResultJson.read(json));
    }
  }

  @Test
  void aResultFromBeforeTheSchemaIsReadCarefully() {
    assertRefused(NO_RESULT, "{\"took\": 7}");
    assertRefused(NO_RESULT, "{\"took\": \"long\"}");
    assertRefused(NO_RESULT, "{\"took\": \"PT999999999999999S\", \"observations\": {}}");
    assertRefused(NO_RESULT, "{\"took\": \"PT1S\", \"observations\": {\"spans\": [7]}}");
  }

  @Test
  void aResultOfANewerVersionIsRefused() {
    var json = written(SampleResults.full("text", Ending.COMPLETE));
    var newer = json.replace("\"schemaVersion\": 2", "\"schemaVersion\": 3");

    assertEquals(
        "A newer workbook wrote this result: its schema version is 3, and this workbook reads up"
            + " to 2.",
        assertRefused("A newer", newer));
    assertRefused("A newer", "{\"schemaVersion\": 99}");
    assertRefused(NO_RESULT, json.replace("\"schemaVersion\": 2", "\"schemaVersion\": \"2\""));
  }

  @Test
  void observationsAreOneLineAndComeBackEqual() {
    var observations = SampleResults.full("a\nb\u2028", Ending.COMPLETE).observations();
    var json = ObservationsJson.write(observations);

    assertFalse(json.lines().skip(1).findAny().isPresent(), json);
    assertEquals(observations, ObservationsJson.read(json));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "{", "[]", "null", "7", "{} {}", "{\"a\":NaN}", "no json", "{'a':1}"})
  void whatIsNoResultIsRefusedWithOneSentence(String json) {
    assertRefused(NO_RESULT, json);
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
          "cores": 2               | "cores": "2"   | its "cores" is not a whole number.
          "cores": 2               | "cores": 1e999999999 | its "cores" is not a whole number.
          "threads": 4             | "threads": 4.5 | its "threads" is not text, a whole number, true or false.
          "threads": 4             | "threads": null | its "threads" is not text, a whole number, true or false.
          "cores": 2               | "cores": 9876543210 | its "cores" is not a whole number below 2,147,483,648.
          "held": true             | "held": 1      | its "held" is not true or false.
          "held": true             | "held": "true" | its "held" is not true or false.
          "load": 0.5              | "load": 1e999  | its "load" is not a number.
          "ending": "COMPLETE"     | "ending": "OK" | its "ending" is not a kind of Ending.
          "ending": "COMPLETE"     | "ending": 4    | its "ending" is not text.
          "notes": [               | "notes": 4, "x": [ | its "notes" is not a list.
          "samples": [1.0,1.0E-300] | "samples": []  | a point without samples.
          "toNanos": 12            | "toNanos": -9  | lane-1: working ends before it begins.
          """)
  void whatIsWrongIsNamed(String right, String wrong, String sentence) {
    var json = written(SampleResults.full("text", Ending.COMPLETE));
    assertTrue(json.contains(right), json);

    var refused = assertRefused(NO_RESULT, json.replace(right, wrong));

    assertTrue(refused.endsWith(": " + sentence), refused);
  }

  @Test
  void anOutcomeKeepsItsGroupAndOneWrittenBeforeThereWereGroupsHasNone() {
    var mended = new Outcome("mended", "good", Outcome.Expectation.ACCEPTABLE, 3, "as it must");
    var seen =
        new Observations(
            List.of(),
            List.of(),
            List.of(mended),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            "");
    var json = ObservationsJson.write(seen);

    assertEquals(seen, ObservationsJson.read(json));
    var before = ObservationsJson.read(json.replace("\"group\":\"mended\",", ""));
    assertEquals(List.of(""), before.outcomes().stream().map(Outcome::group).toList());
  }

  private static String assertRefused(String start, String json) {
    var refused = assertThrows(IllegalArgumentException.class, () -> ResultJson.read(json));
    assertTrue(refused.getMessage().startsWith(start), refused.getMessage());
    assertEquals(1, refused.getMessage().lines().count(), refused.getMessage());
    return refused.getMessage();
  }

  private static String written(Result result) {
    return ResultJson.write(result, SampleResults.DECLARED);
  }
}
