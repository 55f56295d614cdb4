package workbook.explore.search;

import java.util.ArrayList;
import java.util.List;
import workbook.explore.runtime.CodeLocation;
import workbook.explore.runtime.EnabledActions;
import workbook.explore.runtime.Execution;
import workbook.explore.runtime.ExecutionResult;
import workbook.explore.runtime.LogicalThread;
import workbook.explore.runtime.ResultExplainer;
import workbook.explore.runtime.WakeReason;

/// The state of an execution at a decision point: what may happen next, and what each thread does.
///
/// @param options what may happen next, the default first; empty when the execution has ended
/// @param threads every thread that was started, in that order
/// @param result how the execution ended; null while it has not
public record ExecutionState(
    List<Option> options, List<ThreadState> threads, ExecutionResult result) {
  public ExecutionState {
    options = List.copyOf(options);
    threads = List.copyOf(threads);
  }

  /// Something that may happen next.
  ///
  /// @param thread the thread that goes on
  /// @param wakeReason why it goes on; null when it does anyway and the choice is how its step
  ///   turns out
  /// @param cost 0, or 1 for a preemption and other events that the default schedule has not
  /// @param next where the thread is in the code: what stands there is its next step
  public record Option(String thread, WakeReason wakeReason, int cost, CodeLocation next) {}

  /// What a thread is doing.
  ///
  /// @param next where it is in the code: what stands there is its next step
  /// @param waits what it waits for, one sentence; empty when it could go on
  public record ThreadState(String thread, CodeLocation next, String waits, boolean finished) {}

  static ExecutionState at(Execution execution, EnabledActions actions) {
    return new ExecutionState(options(execution, actions), threadsOf(execution), null);
  }

  /// What may happen next, the default first.
  static List<Option> options(Execution execution, EnabledActions actions) {
    var options = new ArrayList<Option>();
    for (var i = 0; i < actions.size(); i++) {
      var thread = actions.thread(i) == null ? execution.currentThread() : actions.thread(i);
      var reason = actions.thread(i) == null ? null : actions.wakeReason(i);
      options.add(new Option(thread.name(), reason, actions.cost(i), thread.site()));
    }
    return options;
  }

  static ExecutionState atEnd(Execution execution, ExecutionResult result) {
    return new ExecutionState(List.of(), threadsOf(execution), result);
  }

  private static List<ThreadState> threadsOf(Execution execution) {
    return execution.threads().stream().map(thread -> stateOf(execution, thread)).toList();
  }

  private static ThreadState stateOf(Execution execution, LogicalThread thread) {
    var waits = thread.waits() ? ResultExplainer.fact(execution, thread) : "";
    return new ThreadState(thread.name(), thread.site(), waits, thread.finished());
  }
}
