package workbook.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
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

    assertEquals(List.of(), ResultSchema.faults(ResultJson.write(result, SampleResults.DECLARED)));
  }

  @Test
  void anEmptyResultKeepsToTheSchema() {
    assertEquals(
        List.of(), ResultSchema.faults(ResultJson.write(SampleResults.empty(), List.of())));
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

    var faults = ResultSchema.faults(json.replace(right, wrong == null ? "" : wrong));

    assertTrue(faults.stream().anyMatch(fault -> fault.startsWith(place + ":")), "" + faults);
  }
}
