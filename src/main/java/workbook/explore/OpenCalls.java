package workbook.explore;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import workbook.explore.runtime.CodeLocation;
import workbook.explore.runtime.LogicalThread;

/// The calls of each thread that have not returned yet, the innermost first.
final class OpenCalls {
  private final Map<LogicalThread, Deque<Call>> calls = new HashMap<>();

  /// A call, and the step that it is once that was made.
  static final class Call {
    final CodeLocation site;
    final String arguments;
    private TraceEntry entry;

    private Call(CodeLocation site, String arguments) {
      this.site = site;
      this.arguments = arguments;
    }
  }

  void begin(LogicalThread thread, CodeLocation site, String arguments) {
    of(thread).push(new Call(site, arguments));
  }

  /// Notes the step of a call that has begun, if it is one.
  void step(LogicalThread thread, TraceEntry entry) {
    var call = of(thread).peek();
    if (call != null
        && call.entry == null
        && call.site.name().equals(entry.site.name())
        && call.site.line() == entry.site.line()) {
      call.entry = entry;
      entry.step = entry.step.with(call.arguments, "", "");
    }
  }

  /// The step of the call that has returned, null if it was none. Those begun after it have thrown.
  TraceEntry end(LogicalThread thread, CodeLocation site) {
    var open = of(thread);
    if (open.stream().noneMatch(call -> call.site == site)) {
      return null;
    }
    while (open.peek().site != site) {
      open.pop();
    }
    return open.pop().entry;
  }

  /// The innermost call of a thread, for example the one it waits in; null for none.
  Call innermost(LogicalThread thread) {
    return of(thread).peek();
  }

  private Deque<Call> of(LogicalThread thread) {
    return calls.computeIfAbsent(thread, t -> new ArrayDeque<>());
  }
}
