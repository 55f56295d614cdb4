package workbook.explore.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import workbook.explore.GeneratedRuns;
import workbook.explore.runtime.EnabledActions;
import workbook.explore.runtime.Execution;
import workbook.explore.runtime.ExecutionLimits;
import workbook.explore.runtime.ExecutionResult;
import workbook.explore.runtime.ExplorerThread;
import workbook.explore.runtime.Fiber;
import workbook.explore.runtime.SchedulingStrategy;
import workbook.explore.runtime.SharedLocations;

/// The unreduced search is compared with the plainest one there is: try each list of options.
@Tag("fast")
final class CheapestFirstTest {
  private static final int MOST_COST = 2;
  private static final String HAND_OVER =
      """
      import java.util.List;

      public final class Generated implements workbook.Scenario {
        private volatile int count;
        private boolean full;

        private synchronized void put() throws InterruptedException {
          full = true;
          notify();
        }

        private synchronized void take() throws InterruptedException {
          while (!full) {
            wait();
          }
          count++;
        }

        public List<Body> bodies() {
          return List.of(this::take, this::put, () -> count++);
        }

        public void check() {}
      }
      """;

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void eachScheduleIsRunOnceAndTheCheapestFirst(boolean delays) {
    var program = new CompletableFuture<Map<Integer, Set<String>>>();
    var naive = new CompletableFuture<Map<Integer, Set<String>>>();
    new ExplorerThread(
            "search",
            1 << 20,
            () -> {
              try (var fibers = Fiber.factory()) {
                var shared = new SharedLocations();
                naive.complete(plainly(GeneratedRuns.of(HAND_OVER), fibers, shared, delays));
                program.complete(search(GeneratedRuns.of(HAND_OVER), fibers, shared, delays));
              } catch (Throwable fault) {
                naive.completeExceptionally(fault);
                program.completeExceptionally(fault);
              }
            })
        .start();
    var expected = naive.join();
    assertEquals(expected, program.join());
    assertTrue(expected.get(MOST_COST).size() > 10, () -> "too few to tell: " + expected);
  }

  private static Map<Integer, Set<String>> search(
      Supplier<Runnable> program, Fiber.Factory fibers, SharedLocations shared, boolean delays) {
    var found = new TreeMap<Integer, Set<String>>();
    var strategy =
        delays
            ? CheapestFirstStrategy.ofDelays(MOST_COST, false)
            : CheapestFirstStrategy.ofPreemptions(MOST_COST, false);
    do {
      run(program, strategy, fibers, shared);
      var schedule = new Decisions(strategy.choices(), Set.of()).toString();
      var isNew = found.computeIfAbsent(strategy.cost(), _ -> new HashSet<>()).add(schedule);
      assertTrue(isNew, () -> schedule + " was run twice");
      assertTrue(strategy.done() < 1, () -> "done before the end: " + strategy.done());
    } while (strategy.next() || strategy.nextCost());
    return found;
  }

  /// All schedules, by what they cost.
  private static Map<Integer, Set<String>> plainly(
      Supplier<Runnable> program, Fiber.Factory fibers, SharedLocations shared, boolean delays) {
    var found = new TreeMap<Integer, Set<String>>();
    var todo = new ArrayList<>(List.of(List.<Integer>of()));
    while (!todo.isEmpty()) {
      var recorder = new Recorder(todo.removeLast(), delays);
      if (run(program, recorder, fibers, shared) instanceof ExecutionResult.Discovery) {
        found.clear();
        todo = new ArrayList<>(List.of(List.<Integer>of()));
        continue;
      }
      if (recorder.cost > MOST_COST) {
        continue;
      }
      var schedule = Decisions.taking(recorder.taken, Set.of()).toString();
      found.computeIfAbsent(recorder.cost, _ -> new HashSet<>()).add(schedule);
      for (var at = recorder.prefix.size(); at < recorder.taken.size(); at++) {
        for (var option = 1; option < recorder.offered.get(at); option++) {
          var next = new ArrayList<>(recorder.taken.subList(0, at));
          next.add(option);
          todo.add(next);
        }
      }
    }
    return found;
  }

  private static ExecutionResult run(
      Supplier<Runnable> program,
      SchedulingStrategy strategy,
      Fiber.Factory fibers,
      SharedLocations shared) {
    return new Execution(strategy, fibers, ExecutionLimits.DEFAULT, shared, null)
        .execute(program.get());
  }

  private static final class Recorder implements SchedulingStrategy {
    final List<Integer> prefix;
    final List<Integer> taken = new ArrayList<>();
    final List<Integer> offered = new ArrayList<>();
    private final boolean delays;
    int cost;

    Recorder(List<Integer> prefix, boolean delays) {
      this.prefix = prefix;
      this.delays = delays;
    }

    @Override
    public int choose(Execution execution, EnabledActions actions) {
      var option = taken.size() < prefix.size() ? prefix.get(taken.size()) : 0;
      cost += delays && actions.thread(0) != null ? option : actions.cost(option);
      taken.add(option);
      offered.add(actions.size());
      return option;
    }
  }
}
