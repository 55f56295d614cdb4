package workbook.explore.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import programs.Hurried;
import workbook.explore.Budget;
import workbook.explore.Explorer;
import workbook.explore.FinalStates;
import workbook.explore.GeneratedRuns;
import workbook.explore.Verdict;
import workbook.explore.runtime.ExecutionLimits;
import workbook.explore.runtime.ExplorerThread;
import workbook.explore.runtime.Fiber;

/// Where too many schedules have no preemption, those with few delays are all run.
/// `-Ddelays.programs=…` says how many made-up programs are compared.
@Tag("slow")
final class DelaysTest {
  private static final int PROGRAMS = Integer.getInteger("delays.programs", 12);
  private static final int MOST_DELAYS = 4;
  private static final int MANY = 20_000;
  private static final String ORDERS =
      """
      import java.util.List;
      import workbook.explore.FinalStates;

      public final class Generated implements workbook.Scenario {
        private String order = "";

        private synchronized void comes(String who) {
          order += who;
        }

        private void twice(String who) {
          comes(who);
          comes(who);
        }

        public List<Body> bodies() {
          return List.of(() -> twice("a"), () -> twice("b"), () -> comes("c"));
        }

        public void check() {
          FinalStates.add(order);
        }
      }
      """;
  private static final String COUNT =
      """
      import java.util.List;
      import workbook.explore.FinalStates;

      public final class Generated implements workbook.Scenario {
        private int count;

        public List<Body> bodies() {
          return List.of(() -> count++, () -> count++);
        }

        public void check() {
          FinalStates.add("" + count);
        }
      }
      """;

  private static final Duration PATIENCE = Duration.ofMinutes(10);
  private static final Budget BUDGET = new Budget(2, 800, 1_000_000, 0, 1, PATIENCE, true, false);

  @Test
  void whatOneDelayShowsIsFoundThoughTheThreadsHaveTooManyOrders() {
    var verdict = Explorer.explore(Hurried::firstComesLater, BUDGET);
    var fails = assertInstanceOf(Verdict.Fails.class, verdict, verdict::says);
    assertTrue(fails.says().contains("the second was first"), fails::says);
  }

  @Test
  void theVerdictSaysHowManyDelaysWereCovered() {
    var verdict = Explorer.explore(Hurried::manyTakeTurns, BUDGET);
    var holds = assertInstanceOf(Verdict.Holds.class, verdict, verdict::says);
    assertTrue(holds.delays() >= 2, holds::says);
    assertTrue(holds.says().contains("not all with at most 0 preemptions"), holds::says);
    assertTrue(
        holds.says().contains("but all with at most %d delays".formatted(holds.delays())),
        holds::says);
  }

  /// Leaving out equivalent runs must not leave out anything a run can show. (Where there is a data
  /// race, that is the verdict, and not all that may come of it is shown.)
  @Test
  void aReducedSearchByDelaysFindsTheSameFinalStates() {
    var compared = 0;
    for (var n = 1L; n <= PROGRAMS; n++) {
      var seed = n;
      Supplier<Supplier<Runnable>> runs = () -> GeneratedRuns.of(seed);
      if (!holds(runs.get())) {
        continue;
      }
      for (var delays = 0; delays <= MOST_DELAYS; delays++) {
        var all = states(runs, delays, false);
        if (all.isEmpty()) {
          break;
        }
        assertEquals(all, states(runs, delays, true), "program " + seed + ", delays " + delays);
        compared++;
      }
    }
    assertTrue(compared > PROGRAMS / 2, compared + " comparisons are too few to mean anything");
  }

  /// Whether nothing is wrong with up to two preemptions, not even a data race.
  private static boolean holds(Supplier<Runnable> program) {
    var bounds = new SearchBounds(2, MANY, 2_000_000, 0, 1, PATIENCE, true, false, false);
    var found = Engine.search(program, bounds);
    return found.complete() && !found.fails();
  }

  /// In this program each order of the steps is a final state of its own, so that a run left out by
  /// mistake is missed.
  @Test
  void noOrderIsLost() {
    for (var delays = 0; delays <= MOST_DELAYS; delays++) {
      var all = states(() -> GeneratedRuns.of(ORDERS), delays, false);
      assertTrue(all.isPresent(), "delays " + delays);
      assertEquals(all, states(() -> GeneratedRuns.of(ORDERS), delays, true), "delays " + delays);
    }
  }

  /// The first run shows that both threads use the count, and the search begins again with that.
  @Test
  void aPlaceThatTurnsOutToBeSharedEndsNoSearch() {
    for (var reduced : List.of(true, false)) {
      var all = states(() -> GeneratedRuns.of(COUNT), 1, reduced);
      assertEquals(Optional.of(Set.of("1", "2")), all, "reduced: " + reduced);
    }
  }

  /// How a program ends with so many delays; empty if it has too many schedules, or fails.
  private static Optional<Set<String>> states(
      Supplier<Supplier<Runnable>> program, int delays, boolean reduced) {
    var states = new CompletableFuture<Optional<Set<String>>>();
    new ExplorerThread(
            "search",
            1 << 20,
            () -> {
              try {
                states.complete(search(program.get(), delays, reduced));
              } catch (Throwable fault) {
                states.completeExceptionally(fault);
              }
            })
        .start();
    return states.join();
  }

  private static Optional<Set<String>> search(
      Supplier<Runnable> program, int delays, boolean reduced) {
    var bounds = new SearchBounds(0, 1, MANY, 0, 1, PATIENCE, reduced, false, true);
    FinalStates.take();
    try (var fibers = Fiber.factory()) {
      var search =
          new Search(program, fibers, bounds, ExecutionLimits.DEFAULT, false, SearchObserver.NONE);
      var complete = search.searchWithDelays(delays, 0, MANY, Long.MAX_VALUE);
      return complete ? Optional.of(FinalStates.take()) : Optional.empty();
    }
  }
}
