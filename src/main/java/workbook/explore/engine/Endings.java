package workbook.explore.engine;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;

/// Explains how a run ended: who waits for what, and what that is called.
final class Endings {
  private Endings() {}

  static Ending thrown(LogicalThread thread, Throwable thrown) {
    if (thrown instanceof Refusal refusal) return new Ending.Refused(refusal.getMessage());
    var kind = thrown instanceof AssertionError ? Ending.Kind.ASSERTION : Ending.Kind.EXCEPTION;
    var says =
        kind == Ending.Kind.ASSERTION && thrown.getMessage() != null
            ? thrown.getMessage()
            : thrown.toString();
    return new Ending.Failed(kind, thread, thrown, thread.name() + ": " + says, List.of());
  }

  static Ending noProgress(Run run, String limit) {
    var thread = run.me();
    return new Ending.Failed(
        Ending.Kind.NO_PROGRESS,
        thread,
        null,
        thread.name() + " still runs after " + limit + ", and nothing it sees changes any more",
        facts(run));
  }

  /// Nobody can go on. That is a good end if all is done, or if only idle helpers are left.
  static Ending stuck(Run run) {
    var inCycle = lockCycle(run);
    if (run.threads().getFirst().finished() && inCycle == null) return new Ending.Passed();
    var signal =
        run.threads().stream()
            .anyMatch(t -> t.wait != null && t.wait.kind() == Wait.Kind.SIGNAL && !t.daemon());
    var kind = inCycle == null && signal ? Ending.Kind.LOST_WAKEUP : Ending.Kind.DEADLOCK;
    var says =
        switch (kind) {
          case LOST_WAKEUP -> "a thread waits for a signal that nobody will send any more";
          default -> "no thread can go on";
        };
    return new Ending.Failed(kind, null, null, says, facts(run));
  }

  /// Who waits for what, one sentence for each waiting thread.
  static List<String> facts(Run run) {
    var facts = new ArrayList<String>();
    for (var thread : run.threads()) {
      if (!thread.finished() && thread.wait != null) facts.add(fact(run, thread));
    }
    return facts;
  }

  private static String fact(Run run, LogicalThread thread) {
    var wait = thread.wait;
    var what =
        wait.kind() == Wait.Kind.TIME
            ? wait.kind().words()
            : wait.kind().words() + " " + run.names().of(wait.on());
    var holder = wait.holder().get();
    var held =
        wait.kind() == Wait.Kind.THREAD_END || holder == null || holder == thread
            ? holder == thread ? ", which it holds itself in another way" : ""
            : ", held by " + holder.name();
    return thread.name() + " waits for " + what + held;
  }

  private static LogicalThread lockCycle(Run run) {
    for (var start : run.threads()) {
      var seen = new HashSet<LogicalThread>();
      var thread = start;
      while (thread != null
          && !thread.finished()
          && thread.wait != null
          && thread.wait.kind() == Wait.Kind.LOCK
          && seen.add(thread)) {
        thread = thread.wait.holder().get();
      }
      if (thread != null && seen.contains(thread)) return thread;
    }
    return null;
  }
}
