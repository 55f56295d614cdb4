package workbook.explore;

import java.util.function.Function;
import java.util.function.Supplier;
import workbook.Scenario;

/// Runs of programs that were made up, for tests of the search itself.
public final class GeneratedRuns {
  private GeneratedRuns() {}

  /// A fresh run each time it is asked. How it ended, it tells [FinalStates].
  public static Supplier<Runnable> of(long seed) {
    return of(ProgramGenerator.program(seed).source());
  }

  /// The same of a scenario that is given as text, called `Generated`.
  public static Supplier<Runnable> of(String source) {
    return of(source, ScenarioRun::new);
  }

  /// The same, with a run made otherwise of what makes the scenario.
  static Supplier<Runnable> of(String source, Function<Supplier<Scenario>, Runnable> run) {
    var classes = new InMemoryCompiler().compile(GeneratedProgram.NAME, source);
    var exploring = Exploration.loader(new InMemoryCompiler.Loader(classes));
    var scenario = new ScenarioEntry(GeneratedProgram.NAME, null).scenario(exploring);
    return () -> {
      exploring.restart();
      return run.apply(scenario);
    };
  }
}
