package workbook.explore;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import programs.Machine;

/// What a program asks the machine is answered alike on every machine: time, chance, settings.
@Tag("fast")
final class MachineTest {
  @ParameterizedTest
  @MethodSource("programs")
  void theAnswerIsKnownBeforehand(Program program) {
    var verdict = Explorer.explore(program);
    assertInstanceOf(Verdict.Holds.class, verdict, verdict::says);
  }

  static List<Program> programs() {
    return List.of(
        Machine::clocks,
        Machine::clocksGoOn,
        Machine::settings,
        Machine::language,
        Machine::chance,
        Machine::logging,
        Machine::hashCodes);
  }

  @Test
  void hashCodesAndChanceAreThoseOfTheLastTime() {
    var first = Explorer.explore(Machine::tells).says();
    new Object().hashCode();
    assertEquals(first, Explorer.explore(Machine::tells).says());
  }
}
