package workbook.explore;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Reads may be stale exactly where the Java memory model lets them be, as far as the explorer
/// goes.
@Tag("fast")
final class LitmusTest {
  /// With volatile variables every outcome is one of an interleaving, and there is no race.
  @ParameterizedTest
  @CsvSource({
    "storeBufferingVolatile, 01 10 11",
    "messagePassingVolatile, 00 11",
  })
  void volatileVariablesAreSequentiallyConsistent(String program, String outcomes) {
    assertInstanceOf(Verdict.Holds.class, explore(program));
    assertEquals(Set.of(outcomes.split(" ")), FinalStates.take());
  }

  @ParameterizedTest
  @CsvSource({"independentReadsVolatile, 1010"})
  void twoReadersAgreeOnTheOrderOfVolatileWrites(String program, String impossible) {
    assertInstanceOf(Verdict.Holds.class, explore(program));
    assertFalse(FinalStates.take().contains(impossible));
  }

  /// With plain variables there is a race, and the outcome that no interleaving has is seen.
  @ParameterizedTest
  @CsvSource({
    "storeBuffering, 00",
    "messagePassing, 10",
    "independentReads, 1010",
  })
  void plainVariablesShowWhatNoInterleavingCan(String program, String weak) {
    var verdict = assertInstanceOf(Verdict.Fails.class, explore(program));
    assertEquals(FailureKind.DATA_RACE, verdict.kind());
    assertTrue(FinalStates.take().contains(weak));
  }

  /// A read is never given a value from the future, although the memory model would allow 11 here.
  @ParameterizedTest
  @CsvSource({"loadBuffering, 11"})
  void valuesFromTheFutureAreOutOfReach(String program, String impossible) {
    assertInstanceOf(Verdict.Fails.class, explore(program));
    assertFalse(FinalStates.take().contains(impossible));
  }

  /// One thread does not see one variable go back in time.
  @ParameterizedTest
  @CsvSource({"coherence, 10 20 21"})
  void readsOfOneVariableAreCoherent(String program, String impossible) {
    assertInstanceOf(Verdict.Fails.class, explore(program));
    var seen = FinalStates.take();
    for (var outcome : impossible.split(" ")) {
      assertFalse(seen.contains(outcome), outcome);
    }
    assertTrue(seen.contains("12"), seen::toString);
  }

  /// An object handed over by a race shows its final fields complete, unless its constructor has
  /// handed it out itself.
  @ParameterizedTest
  @CsvSource({"finalField, -1 5", "finalFieldTooEarly, -1 0 5"})
  void finalFieldsAreSeenComplete(String program, String outcomes) {
    assertInstanceOf(Verdict.Fails.class, explore(program));
    assertEquals(Set.of(outcomes.split(" ")), FinalStates.take());
  }

  /// Which access modes show the outcome that no interleaving has.
  @ParameterizedTest
  @CsvSource({
    "store-buffering, 00, plain handle opaque release lazy references opaque-references half-fence",
    "message-passing, 10, plain handle opaque references opaque-references",
    "independent-reads, 1010, plain handle opaque release references opaque-references half-fence",
    "coherence, 10, ''",
    "coherence, 20, ''",
    "coherence, 21, ''",
    "load-buffering, 11, ''",
    "crossed-writes, 11, ''",
  })
  void anAccessModeShowsWhatItAllows(String idea, String outcome, String weak) {
    var modes =
        "plain handle opaque release lazy references opaque-references half-fence"
            + " full-fence atomic volatile";
    var shown = new ArrayList<String>();
    for (var mode : modes.split(" ")) {
      ChosenProgram.choose(idea + " " + mode);
      FinalStates.take();
      var budget = Budget.DEFAULT.withPreemptions(3);
      var verdict = Explorer.explore(Subject.named("programs.AccessModes"), budget);
      var racy = Set.of("plain", "handle", "references").contains(mode);
      assertEquals(racy, verdict instanceof Verdict.Fails, mode + ": " + verdict.says());
      if (FinalStates.take().contains(outcome)) {
        shown.add(mode);
      }
    }
    assertEquals(weak, String.join(" ", shown));
  }

  private static Verdict explore(String program) {
    FinalStates.take();
    return Explorer.explore(
        Subject.named("programs.Litmus::" + program), Budget.DEFAULT.withPreemptions(3));
  }
}
