package workbook.explore;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import programs.LeftOpen;
import workbook.explore.calls.AnyValue;

/// A test that leaves a value open is run with each.
@Tag("fast")
final class AnyValueTest {
  @Test
  void eachValueIsOneSchedule() {
    var verdict = Explorer.explore(() -> assertTrue(AnyValue.of(1, 2, 200) > 0));
    assertTrue(verdict.says().startsWith("holds in every schedule: 3 of them"), verdict::says);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 200})
  void oneThatFailsIsFound(int wrong) {
    assertInstanceOf(
        Verdict.Fails.class,
        Explorer.explore(() -> assertNotEquals(wrong, AnyValue.of(1, 2, 200).intValue())));
  }

  /// A run that is asked once more than another is another one, though what it chose is the same.
  @Test
  void howManyAreOpenMayDependOnTheOthers() {
    FinalStates.take();
    var verdict = Explorer.explore(LeftOpen::word);
    assertInstanceOf(Verdict.Holds.class, verdict, verdict::says);
    assertEquals(Set.of("aa", "ab", "b"), FinalStates.take());
  }
}
