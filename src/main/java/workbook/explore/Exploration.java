package workbook.explore;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import workbook.explore.rewrite.ExploringLoader;
import workbook.explore.runtime.Execution;
import workbook.explore.runtime.ExecutionResult;
import workbook.explore.search.Decisions;
import workbook.explore.search.Engine;
import workbook.explore.search.Search;
import workbook.explore.search.Situation;

/// One program in its exploring loader: it can be searched, and any of its schedules replayed.
///
/// Explorations in one JVM wait for each other.
final class Exploration {
  private static final ReentrantLock ONE_AT_A_TIME = new ReentrantLock();

  private final ExploringLoader loader;
  private final Supplier<Runnable> fresh;
  private Set<Integer> variables = Set.of();

  /// @param fresh makes the program anew, with classes of the loader
  Exploration(ExploringLoader loader, Supplier<Runnable> fresh) {
    this.loader = loader;
    this.fresh = fresh;
  }

  /// A loader that rewrites the classes of this one.
  static ExploringLoader loader(ClassLoader original) {
    return new ExploringLoader(
        original,
        original instanceof RewriteCacheProvider provider
            ? provider.rewriteCache()
            : new HashMap<>());
  }

  Verdict search(Budget budget) {
    ONE_AT_A_TIME.lock();
    try {
      var result = Engine.search(this::program, reach(budget));
      variables = result.decisions().variables();
      return verdict(result, budget);
    } catch (Engine.Stuck stuck) {
      return new Verdict.Refused(says(stuck));
    } finally {
      ONE_AT_A_TIME.unlock();
    }
  }

  private static String says(Engine.Stuck stuck) {
    var where =
        Arrays.stream(stuck.getStackTrace())
            .filter(frame -> ExploringLoader.NAME.equals(frame.getClassLoaderName()))
            .findFirst()
            .map(frame -> ", at " + frame.getFileName() + ":" + frame.getLineNumber())
            .orElse("");
    return stuck.getMessage()
        + where
        + "; take that call out or give it a limit, and start the program that explores again";
  }

  Trace replay(Schedule schedule) {
    return replay(schedule.decisions());
  }

  /// Runs the program once, as these decisions say.
  Trace replay(Decisions decisions) {
    ONE_AT_A_TIME.lock();
    try {
      var recorder = new TraceRecorder(sources());
      var result = Engine.replay(this::program, decisions, Execution.Limits.DEFAULT, recorder);
      return recorder.trace(result, decisions.toString());
    } finally {
      ONE_AT_A_TIME.unlock();
    }
  }

  /// Codes of the variables where the last search needed decision points.
  Set<Integer> variables() {
    return variables;
  }

  /// Where the program stands after these decisions.
  Situation follow(List<Integer> decided, Set<Integer> variables, TraceRecorder recorder) {
    ONE_AT_A_TIME.lock();
    try {
      return Engine.follow(this::program, decided, variables, recorder);
    } finally {
      ONE_AT_A_TIME.unlock();
    }
  }

  /// The unusual decisions from there to a failure; null if none is found.
  List<Decisions.Choice> wayToFail(List<Integer> decided, Set<Integer> variables, int deviations) {
    ONE_AT_A_TIME.lock();
    try {
      return Engine.wayToFail(this::program, decided, variables, deviations);
    } finally {
      ONE_AT_A_TIME.unlock();
    }
  }

  Sources sources() {
    return new Sources(loader);
  }

  private Runnable program() {
    loader.restart();
    return fresh.get();
  }

  private static Search.SearchBounds reach(Budget budget) {
    return new Search.SearchBounds(
        budget.preemptions(),
        budget.schedules(),
        budget.steps(),
        budget.samples(),
        budget.seed(),
        budget.patience(),
        Execution.Limits.DEFAULT,
        budget.reduced());
  }

  private Verdict verdict(Search.SearchResult result, Budget budget) {
    return switch (result.result()) {
      case ExecutionResult.Refused refused -> new Verdict.Refused(refused.what());
      case ExecutionResult.Failed failed ->
          fails(FailureKind.of(failed.kind()), failed.says(), failed.facts(), failed.cause(), result);
      case ExecutionResult.Passed _ when result.race() != null ->
          fails(FailureKind.DATA_RACE, result.race().says(), List.of(), null, result);
      case ExecutionResult.Passed _ ->
          new Verdict.Holds(
              result.schedules(),
              result.cut(),
              result.deviations(),
              Coverage.of(result.end()),
              budget.seed());
      case ExecutionResult.Cut _, ExecutionResult.Discovery _ ->
          throw new AssertionError("no end of a search");
    };
  }

  private Verdict fails(
      FailureKind kind,
      String what,
      List<String> facts,
      Throwable cause,
      Search.SearchResult result) {
    var trace = replay(result.decisions());
    return new Verdict.Fails(
        kind,
        what,
        trace.facts().isEmpty() ? facts : trace.facts(),
        cause,
        Schedule.of(result.decisions()),
        result.deviations(),
        result.schedules(),
        trace);
  }
}
