package workbook.explore;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import workbook.explore.rewrite.ExploringLoader;
import workbook.explore.runtime.CodeLocation;
import workbook.explore.runtime.ExecutionListener;
import workbook.explore.runtime.ExecutionResult;
import workbook.explore.runtime.LogicalThread;
import workbook.explore.runtime.WakeReason;

/// Listens to a replay and keeps what a reader needs: the steps that two threads can notice.
final class TraceRecorder implements ExecutionListener {
  static final String MAIN = "main";
  private static final StackWalker STACK =
      StackWalker.getInstance(StackWalker.Option.RETAIN_CLASS_REFERENCE);

  private final Sources sources;
  private final List<Entry> entries = new ArrayList<>();
  private final Map<Object, Set<String>> users = new IdentityHashMap<>();
  private final Map<String, Entry> last = new HashMap<>();
  private final Set<String> shared;
  private final Map<String, String> values = new LinkedHashMap<>();
  private String preempted = "";

  /// How many steps the main thread had made when the first other thread was started; what it does
  /// before prepares the run. Negative before that.
  private int prepared = -1;

  /// A step that may still learn what it saw.
  private static final class Entry {
    final int column;
    final Object object;
    Trace.Step step;

    Entry(LogicalThread thread, Object object, Trace.Step step) {
      column = thread.name().equals(MAIN) ? Integer.MAX_VALUE : thread.id();
      this.object = object;
      this.step = step;
    }
  }

  TraceRecorder(Sources sources) {
    this(sources, Set.of());
  }

  /// @param shared what is worth showing even before a second thread touches it
  TraceRecorder(Sources sources, Set<String> shared) {
    this.sources = sources;
    this.shared = shared;
  }

  /// The latest value of each variable, atomic and collection that was touched, by its name.
  Map<String, String> values() {
    return values;
  }

  @Override
  public void threadStarted(LogicalThread thread) {
    if (!thread.name().equals(MAIN) && prepared < 0) {
      prepared = entries.size();
    }
  }

  @Override
  public void stepped(
      LogicalThread thread, CodeLocation site, Object object, String target, String value) {
    var does =
        switch (site.operation()) {
          case READ -> "reads";
          case WRITE -> "writes";
          case ENTER -> "enters";
          case EXIT -> "leaves";
          case INITIALISE -> "initialises";
          case CALL -> "calls " + site.name();
        };
    use(object, thread);
    add(thread, site, object, does, target, value == null ? ObjectContents.of(object) : value);
    if (value != null) {
      values.put(target, value);
    }
  }

  @Override
  public void valueRead(LogicalThread thread, String value, int lag) {
    var entry = last.get(thread.name());
    var step = entry.step;
    entry.step =
        new Trace.Step(
            step.thread(),
            step.file(),
            step.line(),
            step.source(),
            step.does(),
            step.target(),
            value,
            lag,
            step.preempts());
    if (lag == 0) {
      values.put(step.target(), value);
    }
  }

  @Override
  public void paused() {
    for (var entry : entries) {
      var holds = ObjectContents.of(entry.object);
      if (!holds.isEmpty()) {
        values.put(entry.step.target(), holds);
      }
    }
  }

  /// The line, and if it is in the file where the thread's code begins, which is mostly the test's,
  /// also the line from which another file called back.
  @Override
  public String locationOf(LogicalThread running) {
    var frames =
        STACK.walk(
            all ->
                all.filter(f -> f.getDeclaringClass().getClassLoader() instanceof ExploringLoader)
                    .toList());
    if (frames.isEmpty()) {
      return "";
    }
    var site = running.site();
    var file = frames.getLast().getFileName();
    var caller =
        frames.stream()
            .filter(frame -> site.file().equals(file) && !file.equals(frame.getFileName()))
            .findFirst();
    return site.file()
        + ":"
        + site.line()
        + caller.map(f -> ", called by " + f.getFileName() + ":" + f.getLineNumber()).orElse("");
  }

  @Override
  public void blocked(LogicalThread thread, String fact) {
    if (thread.idle()) {
      return;
    }
    use(thread.waitCondition().on(), thread);
    if (thread.name().equals(MAIN)) {
      return;
    }
    var why = fact.substring(thread.name().length() + 1);
    add(thread, thread.site(), null, why, "", "");
  }

  @Override
  public void scheduled(
      LogicalThread before, LogicalThread next, WakeReason wake, boolean preempts) {
    if (preempts && (!before.name().equals(MAIN) || takesPart())) {
      preempted = before.name();
    }
    if (next.idle()) {
      return;
    }
    if (wake == WakeReason.TIMED_OUT) {
      add(next, next.site(), null, "its time is up", "", "");
    }
    if (wake == WakeReason.SPURIOUS) {
      add(next, next.site(), null, "wakes for no reason", "", "");
    }
    if (wake == WakeReason.INTERRUPTED) {
      add(next, next.site(), null, "is interrupted", "", "");
    }
  }

  /// Whether the main thread has done anything beside the others, and not only started them.
  private boolean takesPart() {
    return prepared >= 0
        && entries.stream().skip(prepared).anyMatch(entry -> entry.step.thread().equals(MAIN));
  }

  private void use(Object object, LogicalThread thread) {
    if (object != null) {
      users.computeIfAbsent(object, o -> new HashSet<>()).add(thread.name());
    }
  }

  private void add(
      LogicalThread thread,
      CodeLocation site,
      Object object,
      String does,
      String target,
      String value) {
    var step =
        new Trace.Step(
            thread.name(),
            site.file(),
            site.line(),
            sources.line(site.type(), site.file(), site.line()),
            does,
            target,
            value,
            0,
            preempted);
    preempted = "";
    var entry = new Entry(thread, object, step);
    entries.add(entry);
    last.put(thread.name(), entry);
  }

  /// The trace of what was heard.
  ///
  /// @param result how the run ended; null when it has not
  Trace trace(ExecutionResult result, String schedule) {
    if (result != null) {
      paused();
    }
    var steps = new ArrayList<Trace.Step>();
    var threads = new TreeMap<Integer, String>();
    for (var entry : entries.subList(prepared < 0 ? entries.size() : prepared, entries.size())) {
      var step = entry.step;
      if (!worthShowing(entry)) {
        continue;
      }
      steps.add(step);
      threads.put(entry.column, step.thread());
    }
    var facts =
        result instanceof ExecutionResult.Failed failed ? failed.facts() : List.<String>of();
    return new Trace(
        List.copyOf(threads.values()), steps, end(result), words(result), facts, schedule);
  }

  private static Trace.End end(ExecutionResult result) {
    return switch (result) {
      case null -> Trace.End.OPEN;
      case ExecutionResult.Failed _ -> Trace.End.FAILED;
      case ExecutionResult.Refused _ -> Trace.End.REFUSED;
      case ExecutionResult.TooLong _ -> Trace.End.TOO_LONG;
      case ExecutionResult.Passed _ -> Trace.End.HELD;
      case ExecutionResult.Pruned _, ExecutionResult.Discovery _ -> Trace.End.OPEN;
    };
  }

  private static String words(ExecutionResult result) {
    return switch (result) {
      case null -> "";
      case ExecutionResult.Failed failed ->
          FailureKind.of(failed.kind()).words() + ": " + failed.says();
      case ExecutionResult.Refused refused -> new Verdict.Refused(refused.what()).says();
      case ExecutionResult.TooLong tooLong -> new Verdict.TooLong(tooLong.what()).says();
      case ExecutionResult.Passed _ -> "nothing fails under this schedule";
      case ExecutionResult.Pruned _, ExecutionResult.Discovery _ -> "";
    };
  }

  private boolean worthShowing(Entry entry) {
    return entry.object == null
        || !entry.step.preempts().isEmpty()
        || shared.contains(entry.step.target())
        || users.getOrDefault(entry.object, Set.of()).size() > 1;
  }
}
