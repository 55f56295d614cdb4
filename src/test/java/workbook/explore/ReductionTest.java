package workbook.explore;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Leaving out equivalent runs must not leave out anything a run can show.
///
/// `-Dreduction.programs=…` says how many programs are compared, and `-Dreduction.schedules=…` with
/// how many schedules a program is too large to be.
@Tag("slow")
final class ReductionTest {
  private static final int PROGRAMS = Integer.getInteger("reduction.programs", 150);
  private static final int FEW = Integer.getInteger("reduction.schedules", 4_000);

  private static final Subject SUBJECT = Subject.named("programs.RandomProgram");

  /// What a search told, apart from how many runs it took.
  private record Told(String verdict, Set<String> states) {}

  @Test
  void aReducedSearchFindsTheSameVerdictsAndTheSameFinalStates() {
    var compared = 0;
    for (var seed = 1; seed <= PROGRAMS; seed++) {
      ChosenProgram.choose(Integer.toString(seed));
      for (var preemptions = 0; preemptions <= 2; preemptions++) {
        var budget = Budget.DEFAULT.withPreemptions(preemptions).withSchedules(FEW).withinBound();
        var all = told(Explorer.explore(SUBJECT, budget.unreduced()));
        var some = told(Explorer.explore(SUBJECT, budget));
        if (all.verdict.startsWith("sampled")) {
          break;
        }
        assertEquals(all, some, "program " + seed + ", " + preemptions + " preemptions");
        compared++;
      }
    }
    assertTrue(compared > PROGRAMS, compared + " comparisons are too few to mean anything");
  }

  private static Told told(Verdict verdict) {
    var states = FinalStates.take();
    return switch (verdict) {
      case Verdict.Holds holds ->
          new Told(holds.complete() ? "holds" : "sampled", Set.copyOf(states));
      case Verdict.Fails fails -> new Told(fails.kind() + " at " + fails.preemptions(), Set.of());
      case Verdict.Refused _, Verdict.TooLong _, Verdict.NotFinished _ -> fail(verdict.says());
    };
  }
}
