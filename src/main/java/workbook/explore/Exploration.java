package workbook.explore;

import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import workbook.explore.model.ModelInput;
import workbook.explore.rewrite.ExploringLoader;
import workbook.explore.runtime.CodeLocation;
import workbook.explore.runtime.ExecutionResult;
import workbook.explore.runtime.NotExplorableError;
import workbook.explore.runtime.ResultExplainer;
import workbook.explore.search.DecisionListener;
import workbook.explore.search.Decisions;
import workbook.explore.search.Engine;
import workbook.explore.search.ExecutionState;
import workbook.explore.search.HungStepException;
import workbook.explore.search.ScheduleMismatchException;
import workbook.explore.search.SearchBounds;
import workbook.explore.search.SearchResult;

/// One program in its exploring loader: it can be searched, and any of its schedules replayed.
final class Exploration {
  private final ExploringLoader loader;
  private final Supplier<Runnable> newProgram;
  private Set<Integer> variables = Set.of();

  /// @param newProgram makes the program anew, with classes of the loader
  private Exploration(ExploringLoader loader, Supplier<Runnable> newProgram) {
    this.loader = loader;
    this.newProgram = newProgram;
  }

  /// The program of a class that may turn out to be one that cannot be loaded. Then that is what
  /// every run of it comes to.
  ///
  /// @param prepared loads the class, with this loader, and tells how to make the program anew
  static Exploration of(ExploringLoader loader, Supplier<Supplier<Runnable>> prepared) {
    try {
      return new Exploration(loader, prepared.get());
    } catch (LinkageError | NotExplorableError unloadable) {
      return new Exploration(
          loader,
          () ->
              () -> {
                throw unloadable;
              });
    }
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
    return search(budget, new SearchWatch());
  }

  Verdict search(Budget budget, SearchWatch watch) {
    return verdict(() -> Engine.search(this::program, bounds(budget), watch.observer()), budget);
  }

  /// Has each thread overtaken, up to so many times, see [Explore#overtaken].
  Verdict overtake(int most, Budget budget) {
    return verdict(() -> Engine.overtake(this::program, most, bounds(budget)), budget);
  }

  private Verdict verdict(Supplier<SearchResult> search, Budget budget) {
    var began = System.nanoTime();
    try {
      var result = search.get();
      variables = result.decisions().variables();
      return verdict(result, budget, began);
    } catch (HungStepException hung) {
      return new Verdict.Refused(says(hung));
    } catch (OutOfMemoryError tooMuch) {
      return new Verdict.Refused("it needs more memory than this JVM has");
    }
  }

  /// What a search says, which leaves the decision points as they are.
  Verdict verdictOnly(Budget budget) {
    var kept = variables;
    var verdict = search(budget);
    variables = kept;
    return verdict;
  }

  private static String says(HungStepException hung) {
    var where =
        Arrays.stream(hung.getStackTrace())
            .filter(frame -> ExploringLoader.NAME.equals(frame.getClassLoaderName()))
            .filter(frame -> frame.getLineNumber() > 0)
            .findFirst()
            .map(frame -> ", at " + frame.getFileName() + ":" + frame.getLineNumber())
            .orElse("");
    return hung.getMessage()
        + where
        + "; take that call out or give it a limit, and start the program that explores again";
  }

  Trace replay(Schedule schedule) {
    return replay(schedule.decisions());
  }

  private Trace replay(Decisions decisions) {
    return replayed(decisions).trace();
  }

  private Replay replayed(Decisions decisions) {
    var recorder = new TraceRecorder(sources());
    var result = Engine.replay(this::program, decisions, recorder);
    return new Replay(result, recorder.trace(result, decisions.toString()));
  }

  /// How a run ended, and what happened in it.
  private record Replay(ExecutionResult result, Trace trace) {}

  /// The default schedule, in which no thread is stopped that could go on.
  Trace replayDefault() {
    return replay(new Decisions(List.of(), variables));
  }

  /// The schedule that takes these options, and the default ones from there on.
  String schedule(List<Integer> options) {
    return Decisions.taking(options, variables).toString();
  }

  /// Makes the accesses to these variables decision points.
  ///
  /// @param schedule tells them by their codes
  void decideAt(Schedule schedule) {
    variables = schedule.decisions().variables();
  }

  /// The state of the program after these options were taken.
  ///
  /// @param goesOn whether the default ones are taken from there on, to the end
  ExecutionState stateAfter(
      List<Integer> options, boolean goesOn, TraceRecorder recorder, DecisionListener decisions) {
    return Engine.stateAfter(this::program, options, goesOn, variables, recorder, decisions);
  }

  /// The choices other than the default that lead from there to a failure; null if none is found
  /// within the bound.
  List<Decisions.Choice> findFailure(List<Integer> options, int bound) {
    return Engine.findFailure(this::program, options, variables, bound);
  }

  Sources sources() {
    return new Sources(loader);
  }

  private Runnable program() {
    loader.restart();
    ModelInput.give(null);
    return newProgram.get();
  }

  private static SearchBounds bounds(Budget budget) {
    return new SearchBounds(
        budget.preemptions(),
        budget.schedules(),
        budget.steps(),
        budget.samples(),
        budget.seed(),
        budget.patience(),
        budget.reduced(),
        budget.beyond(),
        false);
  }

  private Verdict verdict(SearchResult result, Budget budget, long began) {
    return switch (result.result()) {
      case ExecutionResult.Refused refused -> new Verdict.Refused(refused.what());
      case ExecutionResult.Failed failed ->
          fails(failed.says(), failed.facts(), failed.cause(), result);
      case ExecutionResult.Passed _, ExecutionResult.TooLong _ when result.race() != null ->
          fails(result.race().says(), List.of(), null, result);
      case ExecutionResult.TooLong tooLong -> new Verdict.TooLong(tooLong.what());
      case ExecutionResult.Passed _ -> nothingFailed(result, budget, began);
      case ExecutionResult.Pruned _, ExecutionResult.Discovery _ ->
          throw new AssertionError("no end of a search");
    };
  }

  private static Verdict nothingFailed(SearchResult result, Budget budget, long began) {
    return switch (result.end()) {
      case OUT_OF_TIME ->
          new Verdict.NotFinished(
              result.schedules(), result.preemptions(), searched(budget, began));
      case EVERY_SCHEDULE -> holds(result, Coverage.EVERY, budget);
      case EXHAUSTED -> holds(result, Coverage.ALL, budget);
      case SAMPLED -> holds(result, Coverage.SAMPLED, budget);
    };
  }

  /// How long it was, if it was stopped before its time was up.
  private static Duration searched(Budget budget, long began) {
    var time = Duration.ofNanos(System.nanoTime() - began);
    return time.compareTo(budget.patience()) < 0 ? time : budget.patience();
  }

  private static Verdict holds(SearchResult result, Coverage coverage, Budget budget) {
    return new Verdict.Holds(
        result.schedules(),
        result.pruned(),
        result.preemptions(),
        coverage,
        budget.seed(),
        result.chance(),
        result.delays(),
        result.depth());
  }

  /// What it is called is told by the replay, which knows which workers only wait for a task.
  private Verdict fails(String what, List<String> facts, Throwable cause, SearchResult result) {
    Replay replay;
    try {
      replay = replayed(result.decisions());
    } catch (ScheduleMismatchException unlikeTheSearch) {
      return new Verdict.Refused(ResultExplainer.diverged(unlikeTheSearch.near()).what());
    }
    if (!(replay.result() instanceof ExecutionResult.Failed failed)) {
      return new Verdict.Refused(ResultExplainer.diverged(CodeLocation.NOWHERE).what());
    }
    var kind = FailureKind.of(failed.kind());
    var trace = replay.trace();
    var words = kind.words() + ": ";
    var told = kind != FailureKind.EXCEPTION && trace.ending().startsWith(words);
    return new Verdict.Fails(
        kind,
        told ? trace.ending().substring(words.length()) : what,
        trace.facts().isEmpty() ? facts : trace.facts(),
        cause,
        Schedule.of(result.decisions()),
        result.preemptions(),
        result.schedules(),
        trace);
  }
}
