package workbook.explore.search;

import java.util.List;
import java.util.Set;
import workbook.explore.runtime.DataRace;
import workbook.explore.runtime.ExecutionResult;

/// What a search found.
///
/// @param result the failure or refusal, or [ExecutionResult.Passed]
/// @param decisions the schedule it happened under; the default one when nothing is wrong
/// @param race two unordered accesses seen under that schedule, or null
/// @param preemptions the preemption bound within which it was found; when nothing is wrong, the
///   bound of the search
/// @param schedules how many were executed to their end
/// @param pruned how many executions were stopped because they became equivalent to an earlier one
/// @param end whether these were all the schedules within the bound
/// @param chance how probable it was, at least, that samples show a failure that takes one
///   preemption, from 0 to 1; 0 when that isn't known
/// @param delays the number of delays up to which all schedules were executed, when there were too
///   many within the preemption bound; -1 for none
/// @param depth for how many steps each of them was followed; 0 for to its end
public record SearchResult(
    ExecutionResult result,
    Decisions decisions,
    DataRace race,
    int preemptions,
    long schedules,
    long pruned,
    End end,
    double chance,
    int delays,
    int depth) {
  /// The same, of schedules that were followed for so many steps each.
  SearchResult followedFor(int depth) {
    return new SearchResult(
        result, decisions, race, preemptions, schedules, pruned, end, chance, delays, depth);
  }

  /// Nothing is wrong in any schedule, whatever its number of preemptions.
  static SearchResult everySchedule(long schedules, long pruned, int bound) {
    var calm = new Decisions(List.of(), Set.of());
    return new SearchResult(
        new ExecutionResult.Passed(),
        calm,
        null,
        bound,
        schedules,
        pruned,
        End.EVERY_SCHEDULE,
        0,
        -1,
        0);
  }

  /// Whether all schedules within the bound were executed, or one failed.
  public boolean complete() {
    return end == End.EXHAUSTED || end == End.EVERY_SCHEDULE;
  }

  /// Whether something is wrong.
  boolean fails() {
    return !(result instanceof ExecutionResult.Passed) || race != null;
  }

  /// Why a search ended.
  public enum End {
    /// All schedules within the bound were executed, or one failed.
    EXHAUSTED,
    /// All schedules there are were executed.
    EVERY_SCHEDULE,
    /// All within a smaller bound were executed, then as many samples as were asked for.
    SAMPLED,
    /// Real time was up.
    OUT_OF_TIME
  }
}
