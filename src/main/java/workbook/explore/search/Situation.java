package workbook.explore.search;

import java.util.ArrayList;
import java.util.List;
import workbook.explore.runtime.CodeLocation;
import workbook.explore.runtime.EnabledActions;
import workbook.explore.runtime.Execution;
import workbook.explore.runtime.ExecutionResult;
import workbook.explore.runtime.ResultExplainer;
import workbook.explore.runtime.WakeReason;

/// Where a run stands when somebody has to decide: what may happen next, and what each thread does.
///
/// @param choices what may happen next, the usual one first; empty when the run has ended
/// @param threads every thread that was started, in that order
/// @param result how the run ended; null while it has not
public record Situation(List<Choice> choices, List<Standing> threads, ExecutionResult result) {
  public Situation {
    choices = List.copyOf(choices);
    threads = List.copyOf(threads);
  }

  /// Something that may happen next.
  ///
  /// @param thread the thread that goes on
  /// @param wake why it goes on; null when it does anyway and the choice is how its step turns out
  /// @param price 1 if it is a deviation from the usual course
  public record Choice(String thread, WakeReason wake, int price) {}

  /// What a thread is doing.
  ///
  /// @param next where it is in the code: what stands there is its next step
  /// @param waits what it waits for, one sentence; empty when it could go on
  public record Standing(String thread, CodeLocation next, String waits, boolean finished) {}

  static Situation of(Execution execution, EnabledActions actions, ExecutionResult result) {
    var choices = new ArrayList<Choice>();
    for (var i = 0; actions != null && i < actions.size(); i++) {
      var thread = actions.thread(i);
      choices.add(
          thread == null
              ? new Choice(execution.me().name(), null, actions.price(i))
              : new Choice(thread.name(), actions.wake(i), actions.price(i)));
    }
    var standings =
        execution.threads().stream()
            .map(
                thread ->
                    new Standing(
                        thread.name(),
                        thread.site(),
                        thread.wait == null || thread.finished()
                            ? ""
                            : ResultExplainer.fact(execution, thread),
                        thread.finished()))
            .toList();
    return new Situation(choices, standings, result);
  }
}
