package workbook.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import workbook.Result.Ending;

/// What is written keeps to the schema, and the schema refuses what does not.
///
/// `ExperimentsTest` holds the results of every experiment of the book against it.
@Tag("fast")
final class ResultSchemaTest {
  @ParameterizedTest
  @EnumSource(Ending.class)
  void aFullResultKeepsToTheSchema(Ending ending) {
    var result = SampleResults.full("a \"text\"\n\u2028", ending);

    assertEquals(List.of(), Schema.RESULT.faults(ResultJson.write(result, SampleResults.DECLARED)));
  }

  @Test
  void anEmptyResultKeepsToTheSchema() {
    assertEquals(
        List.of(), Schema.RESULT.faults(ResultJson.write(SampleResults.empty(), List.of())));
  }

  /// A number is a time in nanoseconds, and its name says so, or no time at all. What a series
  /// measures has the unit that it names.
  @Test
  void everyTimeIsInNanoseconds() {
    var numbers = new TreeSet<String>();
    numbersIn(
        JsonParser.parseString(
            ResultJson.write(SampleResults.full("text", Ending.COMPLETE), SampleResults.DECLARED)),
        "",
        numbers);
    numbers.removeIf(name -> name.endsWith("Nanos"));

    assertEquals(
        Set.of(
            "at",
            "bytes",
            "cores",
            "count",
            "load",
            "memoryBytes",
            "samples",
            "schemaVersion",
            "threads"),
        numbers);
  }

  private static void numbersIn(JsonElement json, String name, Set<String> names) {
    switch (json) {
      case JsonObject object ->
          object.entrySet().forEach(one -> numbersIn(one.getValue(), one.getKey(), names));
      case JsonArray array -> array.forEach(element -> numbersIn(element, name, names));
      case JsonPrimitive value when value.isNumber() -> names.add(name);
      default -> {
        // neither a number nor anything around one
      }
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          "schemaVersion": 2,       |                       | ``
          "schemaVersion": 2        | "schemaVersion": 3    | /schemaVersion
          "threads": 4              | "threads": 4.5        | /parameters/threads
          "fair": true              | "fair": null          | /parameters/fair
          "tookNanos": 1234567890123 | "tookNanos": "PT20M" | /tookNanos
          "tookNanos": 1234567890123 | "took": 1            | ``
          "ending": "COMPLETE"      | "ending": "OK"        | /ending
          "cores": 2                | "cores": "2"          | /machine/cores
          "samples": [1.0,1.0E-300] | "samples": []         | /observations/series/0/points/0/samples
          "toNanos": 12             | "to": 12              | /observations/spans/0
          "act": "WRITES"           | "act": "SHOUTS"       | /observations/turns/0/act
          "held": true              | "held": "true"        | /observations/claims/0/held
          """)
  void whatDoesNotKeepToTheSchemaIsRefused(String right, String wrong, String place) {
    var json =
        ResultJson.write(SampleResults.full("text", Ending.COMPLETE), SampleResults.DECLARED);
    assertTrue(json.contains(right), json);

    var faults = Schema.RESULT.faults(json.replace(right, wrong == null ? "" : wrong));

    assertTrue(faults.stream().anyMatch(fault -> fault.startsWith(place + ":")), "" + faults);
  }
}
