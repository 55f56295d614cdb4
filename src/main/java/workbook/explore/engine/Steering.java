package workbook.explore.engine;

import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/// Runs a program as far as somebody has decided, and no further: stepping is running again.
final class Steering implements Chooser {
  private static final int TRIES = 20_000;

  private final List<Integer> decided;
  private final Recorder recorder;
  private int decision;
  private Situation situation;

  private Steering(List<Integer> decided, Recorder recorder) {
    this.decided = decided;
    this.recorder = recorder;
  }

  /// The situation after these decisions.
  static Situation after(
      Supplier<Runnable> program,
      Fiber.Factory fibers,
      List<Integer> decided,
      Set<Integer> places,
      Recorder recorder) {
    var steering = new Steering(decided, recorder);
    var run = new Run(steering, fibers, Run.Limits.DEFAULT, new Discoveries(places), recorder);
    var ending = run.execute(program.get());
    return ending instanceof Ending.Cut && steering.situation != null
        ? steering.situation
        : Situation.of(run, null, ending);
  }

  @Override
  public int choose(Run run, Options options) {
    if (decision < decided.size()) return decided.get(decision++);
    situation = Situation.of(run, options, null);
    recorder.paused();
    return CUT;
  }

  /// The decisions that lead from here to a failure with the fewest deviations, and how many those
  /// are; null when none is found.
  static List<Schedule.Turn> wayToFail(
      Supplier<Runnable> program,
      Fiber.Factory fibers,
      List<Integer> decided,
      Set<Integer> places,
      int deviations) {
    for (var bound = 0; bound <= deviations; bound++) {
      var tree = new DepthFirst(bound, new Seen());
      for (var tries = 0; tries < TRIES; tries++) {
        var prefix = new Prefix(decided, tree);
        var run = new Run(prefix, fibers, Run.Limits.DEFAULT, new Discoveries(places), null);
        if (run.execute(program.get()) instanceof Ending.Failed) return tree.turns();
        if (!tree.next()) break;
      }
    }
    return null;
  }

  /// Follows what was decided, then searches.
  private static final class Prefix implements Chooser {
    private final List<Integer> decided;
    private final Chooser then;
    private int decision;

    Prefix(List<Integer> decided, Chooser then) {
      this.decided = decided;
      this.then = then;
    }

    @Override
    public int choose(Run run, Options options) {
      return decision < decided.size() ? decided.get(decision++) : then.choose(run, options);
    }
  }
}
