package workbook.explore;

import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import workbook.Scenario;
import workbook.explore.runtime.ExecutionResult;
import workbook.explore.search.Engine;
import workbook.explore.search.SearchBounds;

/// How a program ends when it is explored, and how it ends on real threads.
///
/// Exploring may find what real threads do not show. The other way round is a fault of the
/// explorer.
final class FinalStateComparison {
  /// A run that does not end is a final state, too.
  static final String STUCK = "stuck";

  private static final int[] BOUNDS = {1, 2, 3, 4, 6, 8};
  private static final int FEW = 4_000;
  private static final int MANY = Integer.getInteger("explore.differential.schedules", 400_000);
  private static final Duration PATIENCE = Duration.ofMinutes(10);
  private static final Duration LONG = Duration.ofSeconds(20);
  private static final Duration SHORT = Duration.ofMillis(20);
  private static final int STUCK_RUNS = 2;

  private final boolean freshClasses;
  private final InMemoryCompiler.Loader loader;
  private final Map<String, byte[]> classes;

  /// What came of a comparison.
  ///
  /// @param explored the final states found by exploring
  /// @param real those seen on real threads
  /// @param bound the preemption bound explored
  /// @param complete whether all schedules within it were
  /// @param refused why it was not explored; null when it was
  record Outcome(
      Set<String> explored, Set<String> real, int bound, boolean complete, String refused) {
    /// What was seen and not found.
    Set<String> missed() {
      var missed = new TreeSet<>(real);
      missed.removeAll(explored);
      return missed;
    }

    boolean isFault() {
      return refused != null || complete && !missed().isEmpty();
    }
  }

  FinalStateComparison(GeneratedProgram program, InMemoryCompiler compiler) {
    freshClasses = program.isStatic();
    classes = compiler.compile(GeneratedProgram.NAME, program.source());
    loader = new InMemoryCompiler.Loader(classes);
  }

  /// Explores within a small bound, runs for real, and explores further if that shows more.
  Outcome compare(int runs) throws InterruptedException {
    var real = new TreeSet<String>();
    Outcome outcome = null;
    for (var bound : BOUNDS) {
      var schedules = bound == BOUNDS[0] ? FEW : MANY;
      outcome = explored(bound, real, schedules);
      if (outcome.refused != null) {
        return outcome;
      }
      if (bound == BOUNDS[0]) {
        real.addAll(real(runs, outcome.explored.contains(STUCK)));
      }
      if (outcome.missed().isEmpty()) {
        return outcome;
      }
    }
    return outcome;
  }

  private Outcome explored(int bound, Set<String> real, int schedules) {
    var exploring = Exploration.loader(loader);
    var scenario = new ScenarioEntry(GeneratedProgram.NAME, null).scenario(exploring);
    FinalStates.take();
    var result =
        Engine.search(
            () -> {
              exploring.restart();
              return new ScenarioRun(scenario);
            },
            new SearchBounds(bound, schedules, Long.MAX_VALUE, 0, 1, PATIENCE, true, false, true));
    var states = FinalStates.take();
    if (result.result() instanceof ExecutionResult.Failed failed) {
      states.add(STUCK);
      if (failed.kind() == ExecutionResult.Kind.EXCEPTION
          || failed.kind() == ExecutionResult.Kind.ASSERTION) {
        return new Outcome(states, real, bound, false, failed.says());
      }
    }
    var refused =
        switch (result.result()) {
          case ExecutionResult.Refused refusal -> refusal.what();
          case ExecutionResult.TooLong tooLong -> tooLong.what();
          default -> null;
        };
    return new Outcome(states, real, bound, result.complete(), refused);
  }

  private Set<String> real(int runs, boolean mayBeStuck) throws InterruptedException {
    FinalStates.take();
    Jitter.set(true);
    var states = new TreeSet<String>();
    try {
      var stuck = 0;
      for (var run = 0; run < runs && stuck < STUCK_RUNS; run++) {
        // Each in threads of its own: a child may interrupt one when its run is over.
        if (Stress.of(this::fresh, 1, mayBeStuck ? SHORT : LONG).stuck()) {
          stuck++;
          states.add(STUCK);
        }
      }
    } finally {
      Jitter.set(false);
    }
    states.addAll(FinalStates.take());
    return states;
  }

  private Scenario fresh() {
    try {
      var from = freshClasses ? new InMemoryCompiler.Loader(classes) : loader;
      return (Scenario) from.loadClass(GeneratedProgram.NAME).getConstructor().newInstance();
    } catch (ReflectiveOperationException e) {
      throw new AssertionError(e);
    }
  }
}
