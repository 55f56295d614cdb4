package workbook.explore;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import workbook.Scenario;
import workbook.explore.model.ModelThread;
import workbook.explore.runtime.ExecutionResult;
import workbook.explore.search.Engine;
import workbook.explore.search.SearchBounds;
import workbook.explore.search.SearchResult;

/// *Every schedule* is every schedule: a program that holds in all of them ends in each way that a
/// search without reduction finds, and in no other.
@Tag("slow")
final class EverySchedulesTest {
  private static final int PROGRAMS = Integer.getInteger("orders.programs", 150);
  private static final int FIRST = Integer.getInteger("orders.first", 1);
  private static final int MOST_PREEMPTIONS = 10;
  private static final int FEW = 3_000;
  private static final int MANY = 30_000;
  private static final Duration PATIENCE = Duration.ofMinutes(10);

  /// Whether main is one of the threads. Then it comes to its joins and checks within a step.
  private boolean inMain;

  /// A run in which main is the first of the threads.
  private record FirstInMain(Supplier<Scenario> scenario) implements Runnable {
    @Override
    public void run() {
      try {
        var fresh = scenario.get();
        var others = new ArrayList<ModelThread>();
        for (var body : fresh.bodies().subList(1, fresh.bodies().size())) {
          others.add(new ModelThread(() -> run(body)));
        }
        others.forEach(ModelThread::start);
        run(fresh.bodies().getFirst());
        for (var other : others) {
          other.join();
        }
        fresh.check();
      } catch (Exception e) {
        throw SneakyThrow.thrown(e);
      }
    }

    private static void run(Scenario.Body body) {
      try {
        body.run();
      } catch (Exception e) {
        throw SneakyThrow.thrown(e);
      }
    }
  }

  /// What a search told.
  ///
  /// @param states how the program ended
  private record Told(SearchResult result, Set<String> states) {
    boolean complete() {
      return result.complete();
    }
  }

  @Test
  void everyScheduleIsEverySchedule() {
    var compared = 0;
    var whole = 0;
    for (var seed = FIRST; seed < FIRST + PROGRAMS; seed++) {
      var program = ProgramGenerator.program(seed);
      inMain = seed % 2 == 0;
      var orders = told(program, true, true, 2, 200_000);
      if (orders.result.end() != SearchResult.End.EVERY_SCHEDULE) {
        continue;
      }
      var all = told(program, false, false, MOST_PREEMPTIONS, FEW);
      if (!all.complete()) {
        all = told(program, true, false, MOST_PREEMPTIONS, MANY);
      }
      var says = "program " + seed + "\n" + program.source();
      assertTrue(all.result.result() instanceof ExecutionResult.Passed, says);
      var missed = new TreeSet<>(all.states);
      missed.removeAll(orders.states);
      assertEquals(Set.of(), missed, says);
      if (all.complete()) {
        assertEquals(all.states, orders.states, says);
        whole++;
      }
      compared++;
    }
    System.out.println(compared + " programs compared, " + whole + " of them to the end");
    assertTrue(compared > PROGRAMS / 10, compared + " comparisons are too few to mean anything");
  }

  private Told told(
      GeneratedProgram program, boolean reduced, boolean beyond, int bound, int schedules) {
    FinalStates.take();
    var result =
        Engine.search(
            GeneratedRuns.of(program.source(), inMain ? FirstInMain::new : ScenarioRun::new),
            new SearchBounds(
                bound, schedules, 20_000_000, 0, 1, PATIENCE, reduced, beyond, !beyond));
    return new Told(result, FinalStates.take());
  }
}
