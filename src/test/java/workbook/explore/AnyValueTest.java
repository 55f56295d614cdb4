package workbook.explore;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import workbook.explore.calls.AnyValue;

/// A test that leaves a value open is run with each.
@Tag("fast")
final class AnyValueTest {
  @Test
  void eachValueIsOneSchedule() {
    var verdict = Explorer.explore(() -> assertTrue(AnyValue.of(1, 2, 200) > 0));
    assertTrue(verdict.says().startsWith("holds in all 3 schedules"), verdict::says);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 200})
  void oneThatFailsIsFound(int wrong) {
    assertInstanceOf(
        Verdict.Fails.class,
        Explorer.explore(() -> assertNotEquals(wrong, AnyValue.of(1, 2, 200).intValue())));
  }
}
