package workbook.explore.search;

import java.util.List;
import java.util.function.Supplier;
import workbook.explore.runtime.DataRace;
import workbook.explore.runtime.Execution;
import workbook.explore.runtime.ExecutionLimits;
import workbook.explore.runtime.ExecutionResult;
import workbook.explore.runtime.Fiber;
import workbook.explore.runtime.SharedLocations;

/// Has each thread of a program overtaken: once, then 4 times, 16 times and so on. If that goes
/// wrong, it looks how few times suffice there. It stops the thread before each of its steps, then
/// before every second one, and so on: who looks once more before he changes anything must be
/// stopped after that look. It does all this with the first value that the program may be given
/// wherever it asks for one, then with the second, and so on.
final class OvertakingSearch {
  private static final int GROWTH = 4;
  private static final int LONGEST_STRIDE = 5;

  private final Supplier<Runnable> program;
  private final Fiber.Factory fibers;
  private final int most;
  private final long deadline;
  private final SharedLocations shared = new SharedLocations();
  private OvertakingStrategy last;
  private int threads = 1;
  private int values = 1;
  private long schedules;

  /// @param program makes a fresh program for each execution
  /// @param most how often a thread is overtaken at most
  /// @param bounds of these, only the patience counts
  OvertakingSearch(
      Supplier<Runnable> program, Fiber.Factory fibers, int most, SearchBounds bounds) {
    this.program = program;
    this.fibers = fibers;
    this.most = most;
    deadline = System.nanoTime() + bounds.patience().toNanos();
  }

  SearchResult search() {
    SearchResult found = null;
    for (var value = 0; found == null && value < values; value++) {
      for (var victim = 0; found == null && victim < threads; victim++) {
        found = search(value, victim);
      }
    }
    return found == null ? nothing(SearchResult.End.EXHAUSTED) : found;
  }

  private SearchResult search(int value, int victim) {
    for (var stride = 1; stride <= LONGEST_STRIDE; stride++) {
      for (var offset = 0; offset < stride; offset++) {
        var found = search(new OvertakingStrategy.Pattern(value, victim, stride, offset));
        if (found != null) {
          return found;
        }
      }
    }
    return null;
  }

  /// What is wrong when a thread is overtaken, or that the time is up; null if nothing is wrong.
  private SearchResult search(OvertakingStrategy.Pattern pattern) {
    var harmless = 0;
    do {
      var times = Math.clamp((long) GROWTH * harmless, 1, most);
      var found = overtake(pattern, times);
      if (found != null) {
        return found.end() == SearchResult.End.OUT_OF_TIME
            ? found
            : leastWrong(pattern, harmless, times, found);
      }
      harmless = times;
    } while (harmless < most && last.overtaken() == harmless);
    return null;
  }

  /// The same with as few times as suffice, if there is the time to find out.
  private SearchResult leastWrong(
      OvertakingStrategy.Pattern pattern, int harmless, int harmful, SearchResult wrong) {
    if (harmful - harmless == 1 || timeIsUp()) {
      return wrong;
    }
    var middle = (harmless + harmful) / 2;
    var found = overtake(pattern, middle);
    if (found == null) {
      return leastWrong(pattern, middle, harmful, wrong);
    }
    return found.end() == SearchResult.End.OUT_OF_TIME
        ? wrong
        : leastWrong(pattern, harmless, middle, found);
  }

  private boolean timeIsUp() {
    return System.nanoTime() - deadline > 0 || Thread.currentThread().isInterrupted();
  }

  /// What is wrong when this thread is overtaken so many times, or that the time is up; null if
  /// nothing is wrong.
  private SearchResult overtake(OvertakingStrategy.Pattern pattern, int times) {
    Execution execution;
    ExecutionResult result;
    do {
      if (timeIsUp()) {
        return nothing(SearchResult.End.OUT_OF_TIME);
      }
      last = new OvertakingStrategy(pattern, times);
      execution = new Execution(last, fibers, ExecutionLimits.DEFAULT, shared, null);
      result = execution.execute(program.get());
    } while (result instanceof ExecutionResult.Discovery);
    if (result instanceof ExecutionResult.Pruned) { // by the clock: it keeps to no earlier run
      return nothing(SearchResult.End.OUT_OF_TIME);
    }
    schedules++;
    threads = Math.max(threads, last.threads());
    values = Math.max(values, last.values());
    var race = execution.races.first();
    return result instanceof ExecutionResult.Passed && race == null
        ? null
        : found(result, last.choices(), race, last.overtaken(), SearchResult.End.EXHAUSTED);
  }

  private SearchResult nothing(SearchResult.End end) {
    return found(new ExecutionResult.Passed(), List.of(), null, most, end);
  }

  private SearchResult found(
      ExecutionResult result,
      List<Decisions.Choice> choices,
      DataRace race,
      int preemptions,
      SearchResult.End end) {
    var decisions = new Decisions(choices, shared.codes());
    return new SearchResult(result, decisions, race, preemptions, schedules, 0, end, 0, -1, 0);
  }
}
