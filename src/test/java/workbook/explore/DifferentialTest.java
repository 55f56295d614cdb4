package workbook.explore;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Whatever real threads show, exploring finds: how generated programs end on real threads, run
/// after run, is among the ends that the explorer knows.
///
/// `-Dexplore.differential=100000` is the nightly form; `-Dexplore.differential.first=…` says with
/// which seed it begins, and `-Dexplore.differential.schedules=…` how many schedules of a program
/// are explored at most.
@Tag("slow")
final class DifferentialTest {
  private static final int PROGRAMS = Integer.getInteger("explore.differential", 100);
  private static final int FIRST = Integer.getInteger("explore.differential.first", 1);
  private static final int RUNS = Integer.getInteger("explore.differential.runs", 60);
  private static final int RUNS_TO_SHRINK = 3_000;
  private static final int BETWEEN_REPORTS = 100;

  private final InMemoryCompiler compiler = new InMemoryCompiler();

  @Test
  void whatRealThreadsShowIsFound() throws Exception {
    var states = 0L;
    var seen = 0L;
    var tooLarge = new ArrayList<Integer>();
    var faults = new ArrayList<String>();
    for (var seed = FIRST; seed < FIRST + PROGRAMS; seed++) {
      var outcome = compare(ProgramGenerator.program(seed), RUNS);
      states += outcome.explored().size();
      seen += outcome.real().size();
      if (outcome.isFault()) {
        System.out.println("seed " + seed + " " + outcome.refused() + " " + outcome.missed());
        faults.add(described(seed));
        System.out.println(faults.getLast());
      } else if (!outcome.missed().isEmpty()) {
        tooLarge.add(seed);
      }
      if ((seed - FIRST + 1) % BETWEEN_REPORTS == 0) {
        System.out.printf(
            "%,d programs: %,d final states explored, %,d seen; %d faults; too large: %s%n",
            seed - FIRST + 1, states, seen, faults.size(), tooLarge);
      }
    }
    assertEquals("", String.join("\n", faults));
    assertEquals("[]", tooLarge.toString(), "not explored to their end, and states are missing");
  }

  private FinalStateComparison.Outcome compare(GeneratedProgram program, int runs)
      throws InterruptedException {
    return new FinalStateComparison(program, compiler).compare(runs);
  }

  private String described(long seed) throws Exception {
    var program =
        ProgramShrinker.shrink(
            ProgramGenerator.program(seed), smaller -> compare(smaller, RUNS_TO_SHRINK).isFault());
    var outcome = compare(program, RUNS_TO_SHRINK);
    return "seed %d, %s: seen on real threads and not found %s, found %s%n%s"
        .formatted(seed, outcome.refused(), outcome.missed(), outcome.explored(), program.source());
  }
}
