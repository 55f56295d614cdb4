package workbook.explore;

import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import workbook.explore.engine.Ending;
import workbook.explore.engine.Engine;
import workbook.explore.engine.Search;
import workbook.explore.rewrite.ExploringLoader;

/// Runs a program under every schedule within a bound.
public final class Explorer {
  private static final ReentrantLock ONE_AT_A_TIME = new ReentrantLock();

  private Explorer() {}

  /// Explores a scenario. Blocks until the verdict is there, at most the budget's patience and a
  /// little; explorations in one JVM wait for each other.
  ///
  /// @throws IllegalArgumentException with one plain sentence when there is no such scenario
  public static Verdict explore(Subject subject, Budget budget) {
    var loader = new ExploringLoader(subject.loader());
    var scenario = subject.in(loader);
    Supplier<Runnable> program =
        () -> {
          loader.restart();
          return new ScenarioRun(scenario);
        };
    return verdict(search(program, budget), budget);
  }

  private static Search.Found search(Supplier<Runnable> program, Budget budget) {
    ONE_AT_A_TIME.lock();
    try {
      return Engine.search(program, reach(budget));
    } finally {
      ONE_AT_A_TIME.unlock();
    }
  }

  private static Search.Reach reach(Budget budget) {
    return new Search.Reach(
        budget.preemptions(),
        budget.schedules(),
        budget.samples(),
        budget.seed(),
        budget.patience(),
        workbook.explore.engine.Run.Limits.DEFAULT,
        budget.reduced());
  }

  private static Verdict verdict(Search.Found found, Budget budget) {
    return switch (found.ending()) {
      case Ending.Refused refused -> new Verdict.Refused(refused.what());
      case Ending.Failed failed ->
          new Verdict.Fails(
              failed.kind(),
              failed.says(),
              failed.facts(),
              failed.cause(),
              found.schedule(),
              found.deviations(),
              found.schedules());
      case Ending.Passed _ when found.race() != null ->
          new Verdict.Fails(
              Ending.Kind.DATA_RACE,
              found.race().says(),
              java.util.List.of(),
              null,
              found.schedule(),
              found.deviations(),
              found.schedules());
      case Ending.Passed _ ->
          new Verdict.Holds(
              found.schedules(), found.cut(), found.deviations(), found.how(), budget.seed());
      case Ending.Cut _, Ending.Discovery _ -> throw new AssertionError("no end of a search");
    };
  }
}
