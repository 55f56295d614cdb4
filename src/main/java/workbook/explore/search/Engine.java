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
import workbook.explore.runtime.ExecutionListener;
import workbook.explore.runtime.ExecutionResult;
import workbook.explore.runtime.Fiber;
import workbook.explore.runtime.ResultExplainer;
import workbook.explore.runtime.SharedLocations;

/// Runs searches and replays on a thread of their own, so that nothing can hold up the caller.
public final class Engine {
  /// Real seconds a search may overrun its patience, for a step that does not end.
  private static final int GRACE_SECONDS = 2;

  private static final int REPLAY_SECONDS = 30;

  private static final long STACK = 64L << 20;

  /// Runs a step that did not end. It could come back any time, so nobody else may run while it
  /// lives.
  private static Thread hung;

  private Engine() {}

  /// Searches the schedules of a program.
  ///
  /// @param program makes a fresh program for each run
  public static Search.SearchResult search(Supplier<Runnable> program, Search.SearchBounds bounds) {
    var limit = bounds.patience().toMillis() + GRACE_SECONDS * 1000L;
    return apart(fibers -> new Search(program, fibers, bounds).search(), limit);
  }

  /// Runs a program once, as a schedule says, and tells a recorder what happens.
  ///
  /// @throws IllegalArgumentException with one plain sentence when the schedule is of another
  ///   program
  public static ExecutionResult replay(
      Supplier<Runnable> program,
      Decisions decisions,
      Execution.Limits limits,
      ExecutionListener listener) {
    return apart(
        fibers -> {
          var replay = new ReplayStrategy(decisions);
          var execution =
              new Execution(
                  replay, fibers, limits, new SharedLocations(decisions.variables()), listener);
          var result = execution.execute(program.get());
          replay.end(result);
          return ResultExplainer.orRace(execution, result);
        },
        REPLAY_SECONDS * 1000L);
  }

  /// Runs a program as far as `decided` says and tells where it stands then.
  ///
  /// @param places codes of the places that have decision points of their own
  public static Situation follow(
      Supplier<Runnable> program,
      List<Integer> decided,
      Set<Integer> places,
      ExecutionListener listener) {
    return apart(
        fibers -> GuidedReplay.after(program, fibers, decided, places, listener),
        REPLAY_SECONDS * 1000L);
  }

  /// The unusual decisions that lead from there to a failure, counted from there; empty list if the
  /// usual ones do, null if none is found with that many deviations.
  public static List<Decisions.Choice> wayToFail(
      Supplier<Runnable> program, List<Integer> decided, Set<Integer> places, int deviations) {
    return apart(
        fibers -> GuidedReplay.wayToFail(program, fibers, decided, places, deviations),
        REPLAY_SECONDS * 1000L);
  }

  private static <T> T apart(Function<Fiber.Factory, T> work, long limitMillis) {
    if (hung != null && hung.isAlive()) {
      throw new Stuck(hung);
    }
    var answer = new CompletableFuture<T>();
    var carrier =
        new Thread(
            null,
            () -> {
              try (var fibers = Fiber.factory()) {
                answer.complete(work.apply(fibers));
              } catch (Throwable thrown) {
                answer.completeExceptionally(thrown);
              }
            },
            "explorer",
            STACK);
    carrier.setDaemon(true);
    carrier.start();
    try {
      var result = answer.get(limitMillis, TimeUnit.MILLISECONDS);
      join(carrier);
      return result;
    } catch (ExecutionException e) {
      join(carrier);
      if (e.getCause() instanceof RuntimeException runtime) {
        throw runtime;
      }
      if (e.getCause() instanceof Error error) {
        throw error;
      }
      throw new IllegalStateException(e.getCause());
    } catch (TimeoutException e) {
      throw stuck(carrier);
    } catch (InterruptedException e) {
      carrier.interrupt();
      Thread.currentThread().interrupt();
      throw new IllegalStateException("the exploration was interrupted");
    }
  }

  /// Leaves a step that does not come back. If an interrupt cannot end it either, nothing can: its
  /// thread, a daemon, keeps the explorer busy until the JVM ends.
  private static Stuck stuck(Thread carrier) {
    var told = new Stuck(carrier);
    hung = carrier;
    carrier.interrupt();
    try {
      carrier.join(GRACE_SECONDS * 1000L);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return told;
  }

  /// Waits for a thread that is about to end, whatever happens meanwhile.
  public static void join(Thread ending) {
    var interrupted = false;
    while (ending.isAlive()) {
      try {
        ending.join();
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  /// A step of the code under test did not come back. Its stack is the stack of this exception.
  public static final class Stuck extends IllegalStateException {
    Stuck(Thread carrier) {
      super("one step does not end: it loops or blocks inside the JDK");
      setStackTrace(carrier.getStackTrace());
    }
  }
}
