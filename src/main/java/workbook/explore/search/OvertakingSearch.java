package workbook.explore.search;

import java.util.List;
import java.util.function.Supplier;
import workbook.explore.runtime.DataRace;
import workbook.explore.runtime.Execution;
import workbook.explore.runtime.ExecutionLimits;
import workbook.explore.runtime.ExecutionResult;
import workbook.explore.runtime.Fiber;
import workbook.explore.runtime.SharedLocations;

/// Has each thread of a program overtaken: once, twice, and so on, each time half as often again.
/// If that goes wrong, it looks how few times suffice. All that again for each value, where the
/// program asks for one.
final class OvertakingSearch {
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
  /// @param bounds of which it takes the time
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
        found = search(victim, value);
      }
    }
    return found == null ? nothing(SearchResult.End.EXHAUSTED) : found;
  }

  /// What is wrong when this thread is overtaken, or that the time is up; null if nothing is wrong.
  private SearchResult search(int victim, int value) {
    var harmless = 0;
    do {
      if (System.nanoTime() - deadline > 0 || Thread.currentThread().isInterrupted()) {
        return nothing(SearchResult.End.OUT_OF_TIME);
      }
      var times = Math.min(most, 1 + harmless + harmless / 2);
      var wrong = overtake(victim, times, value);
      if (wrong != null) {
        return leastWrong(victim, value, harmless, times, wrong);
      }
      harmless = times;
    } while (harmless < most && last.overtaken() == harmless);
    return null;
  }

  private SearchResult leastWrong(
      int victim, int value, int harmless, int harmful, SearchResult wrong) {
    if (harmful - harmless == 1) {
      return wrong;
    }
    var middle = (harmless + harmful) / 2;
    var found = overtake(victim, middle, value);
    return found == null
        ? leastWrong(victim, value, middle, harmful, wrong)
        : leastWrong(victim, value, harmless, middle, found);
  }

  /// What is wrong when this thread is overtaken so many times; null if nothing is.
  private SearchResult overtake(int victim, int times, int value) {
    Execution execution;
    ExecutionResult result;
    do {
      last = new OvertakingStrategy(victim, times, value);
      execution = new Execution(last, fibers, ExecutionLimits.DEFAULT, shared, null);
      result = execution.execute(program.get());
    } while (result instanceof ExecutionResult.Discovery);
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
