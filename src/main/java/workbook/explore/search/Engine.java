package workbook.explore.search;

import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.function.Supplier;
import workbook.explore.runtime.Execution;
import workbook.explore.runtime.ExecutionLimits;
import workbook.explore.runtime.ExecutionListener;
import workbook.explore.runtime.ExecutionResult;
import workbook.explore.runtime.ExplorerThread;
import workbook.explore.runtime.Fiber;
import workbook.explore.runtime.ResultExplainer;
import workbook.explore.runtime.SharedLocations;
import workbook.explore.runtime.StaticState;

/// Runs searches and replays, each on a thread of its own, so that nothing can hold up the caller.
///
/// Every method blocks until no other search or replay runs in this JVM, and throws
/// [HungStepException] when a step of the program does not end, or one of an earlier program still
/// has not.
public final class Engine {
  /// The property that says how many real seconds a search may take, 60 unless it is set. Where a
  /// search may take longer, as on a busy machine, so may a single step.
  public static final String SECONDS = "workbook.explore.seconds";

  /// Real seconds a search may overrun its time, for a step that does not end.
  private static final int GRACE_SECONDS = Math.max(2, Integer.getInteger(SECONDS, 60) / 20);

  /// Real seconds a step may take that a person waits for.
  private static final int STEP_SECONDS = Math.max(30, Integer.getInteger(SECONDS, 60) / 2);

  /// Real seconds a replay may take, on whatever machine: the search has run the same steps.
  private static final int REPLAY_SECONDS = 180;

  private static final long STACK_BYTES = 64L << 20;

  private Engine() {}

  /// Searches the schedules of a program.
  ///
  /// @param program makes a fresh program for each execution
  public static SearchResult search(Supplier<Runnable> program, SearchBounds bounds) {
    return search(program, bounds, SearchObserver.NONE);
  }

  /// Searches the schedules of a program, and tells an observer how far it is.
  ///
  /// @param program makes a fresh program for each execution
  public static SearchResult search(
      Supplier<Runnable> program, SearchBounds bounds, SearchObserver observer) {
    var limit = bounds.patience().toMillis() + GRACE_SECONDS * 1000L;
    return onExplorerThread(
        fibers -> new DeepeningSearch(program, fibers, bounds, observer).search(), limit);
  }

  /// Has each thread of a program overtaken, again and again.
  ///
  /// @param program makes a fresh program for each execution
  /// @param most how often a thread is overtaken at most
  /// @param bounds of these, only the patience counts
  public static SearchResult overtake(Supplier<Runnable> program, int most, SearchBounds bounds) {
    var limit = bounds.patience().toMillis() + GRACE_SECONDS * 1000L;
    return onExplorerThread(
        fibers -> new OvertakingSearch(program, fibers, most, bounds).search(), limit);
  }

  /// Runs a program once, as a schedule says, and tells a listener what happens.
  ///
  /// @throws ScheduleMismatchException with one plain sentence when the schedule is of another
  ///   program
  public static ExecutionResult replay(
      Supplier<Runnable> program, Decisions decisions, ExecutionListener listener) {
    return onExplorerThread(
        fibers -> {
          var replay = new ReplayStrategy(decisions);
          var shared = new SharedLocations(decisions.variables());
          var execution = new Execution(replay, fibers, ExecutionLimits.DEFAULT, shared, listener);
          var result = execution.execute(program.get());
          replay.end(result);
          return ResultExplainer.orRace(execution, result);
        },
        REPLAY_SECONDS * 1000L);
  }

  /// The state that a program is in after these options were taken.
  ///
  /// @param goesOn whether the default options are taken from there on, to the end
  /// @param variables codes of the shared variables whose accesses are decision points
  public static ExecutionState stateAfter(
      Supplier<Runnable> program,
      List<Integer> options,
      boolean goesOn,
      Set<Integer> variables,
      ExecutionListener listener,
      DecisionListener decisions) {
    return onExplorerThread(
        fibers ->
            GuidedReplay.stateAfter(
                program, fibers, options, goesOn, variables, listener, decisions),
        STEP_SECONDS * 1000L);
  }

  /// The choices other than the default that lead from there to a failure, counted from there;
  /// empty if the default schedule fails, null if no failure is found within the bound.
  public static List<Decisions.Choice> findFailure(
      Supplier<Runnable> program, List<Integer> options, Set<Integer> variables, int bound) {
    return onExplorerThread(
        fibers -> GuidedReplay.findFailure(program, fibers, options, variables, bound),
        STEP_SECONDS * 1000L);
  }

  private static <T> T onExplorerThread(Function<Fiber.Factory, T> work, long limitMillis) {
    return StaticState.exclusively(
        () -> {
          var survivor = StaticState.survivor();
          if (survivor != null) {
            throw new HungStepException(survivor);
          }
          return start(work, limitMillis);
        });
  }

  private static <T> T start(Function<Fiber.Factory, T> work, long limitMillis) {
    var answer = new CompletableFuture<T>();
    var thread =
        new ExplorerThread(
            "explorer",
            STACK_BYTES,
            () -> {
              try (var fibers = Fiber.factory()) {
                answer.complete(work.apply(fibers));
              } catch (Throwable thrown) {
                answer.completeExceptionally(thrown);
              }
            });
    thread.start();
    try {
      var result = answer.get(limitMillis, TimeUnit.MILLISECONDS);
      thread.joinUninterruptibly();
      return result;
    } catch (ExecutionException e) {
      thread.joinUninterruptibly();
      throw unchecked(e.getCause());
    } catch (TimeoutException e) {
      return interrupted(thread, answer);
    } catch (InterruptedException e) {
      thread.interrupt();
      Thread.currentThread().interrupt();
      throw new IllegalStateException("the exploration was interrupted");
    }
  }

  private static RuntimeException unchecked(Throwable thrown) {
    return switch (thrown) {
      case RuntimeException runtime -> runtime;
      case Error error -> throw error;
      default -> new IllegalStateException(thrown);
    };
  }

  /// Whether it is what a search found until its time was up.
  private static boolean isUnfinished(Object answer) {
    return answer instanceof SearchResult result && result.end() == SearchResult.End.OUT_OF_TIME;
  }

  /// What is known when real time is up. If an interrupt cannot end the step that runs, nothing
  /// can: its thread, a daemon, keeps the explorer busy until the JVM ends.
  private static <T> T interrupted(ExplorerThread thread, CompletableFuture<T> answer) {
    var hung = new HungStepException(thread);
    StaticState.leaveBehind(thread);
    thread.interrupt();
    try {
      thread.join(GRACE_SECONDS * 1000L);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    if (answer.isDone() && !answer.isCompletedExceptionally() && isUnfinished(answer.join())) {
      return answer.join();
    }
    throw hung;
  }
}
