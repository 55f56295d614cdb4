package workbook.explore;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

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
        Machine::hashCodes,
        Machine::mapsAndSets);
  }

  /// Identity hash codes are drawn by the JVM, so objects of a second exploration have others.
  @ParameterizedTest
  @MethodSource("tellers")
  void hashCodesAndOrdersAreThoseOfTheLastTime(Program program) {
    assertEquals(Explorer.explore(program).says(), Explorer.explore(program).says());
  }

  static List<Program> tellers() {
    return List.of(Machine::tells, Machine::tellsOrders);
  }

  @Test
  void anOrderThatDiffersFromJvmToJvmIsRefusedByName() {
    var refused = assertInstanceOf(Verdict.Refused.class, Explorer.explore(Machine::openOrder));
    assertTrue(refused.what().contains("ConcurrentHashMap"), refused::what);
    assertTrue(refused.what().contains("(Colour), at Machine.java:"), refused::what);
  }
}
