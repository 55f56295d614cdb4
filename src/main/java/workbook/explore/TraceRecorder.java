package workbook.explore;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import workbook.explore.runtime.CodeLocation;
import workbook.explore.runtime.DataRace;
import workbook.explore.runtime.ExecutionListener;
import workbook.explore.runtime.ExecutionResult;
import workbook.explore.runtime.LogicalThread;
import workbook.explore.runtime.WaitCondition;
import workbook.explore.runtime.WakeReason;

/// Listens to a replay and keeps what a reader needs: the steps that two threads can notice.
final class TraceRecorder implements ExecutionListener {
  static final String MAIN = "main";
  static final String TIME_IS_UP = "its time is up";
  static final String SPURIOUS = "wakes for no reason";

  /// Where calls are made for the sake of their results; not the code under test.
  static final String CALLS = "workbook.explore.calls.";

  private static final int MOST_PRINTS = 1_000;

  private final Sources sources;
  private final List<TraceEntry> entries = new ArrayList<>();
  private final Map<Object, Set<String>> users = new IdentityHashMap<>();
  private final Map<LogicalThread, TraceEntry> last = new HashMap<>();
  private final OpenCalls calls = new OpenCalls();
  private final HeldLocks locks = new HeldLocks();
  private final List<LogicalThread> threads = new ArrayList<>();
  private final FailureFacts facts;
  private final Set<String> shared;
  private final Map<String, String> values = new LinkedHashMap<>();
  private String preempted = "";
  private String follows = "";

  /// Whether a turn waits for a step of the code under test that can tell it.
  private boolean withheld;

  /// Who was chosen last.
  private LogicalThread running;

  private final List<Integer> decided = new ArrayList<>();
  private ShownSteps shown;
  private int prints;

  /// How many steps had been made when the first other thread was started; what the main thread
  /// does before prepares the run. Negative before that.
  private int prepared = -1;

  TraceRecorder(Sources sources) {
    this(sources, Set.of());
  }

  /// @param shared what is worth showing even before a second thread touches it
  TraceRecorder(Sources sources, Set<String> shared) {
    this.sources = sources;
    this.shared = shared;
    facts = new FailureFacts(sources, entries, threads);
  }

  /// Notes that it is decided here how the run goes on.
  void decided() {
    decided.add(entries.size());
  }

  /// The latest value of each variable, atomic and collection that was touched, by its name.
  Map<String, String> values() {
    return values;
  }

  @Override
  public void threadStarted(LogicalThread thread) {
    threads.add(thread);
    if (!TraceColumns.isMain(thread.name()) && prepared < 0) {
      prepared = entries.size();
    }
  }

  @Override
  public void threadEnded(LogicalThread thread) {
    if (thread.thrown() != null && !TraceColumns.isMain(thread.name())) {
      var name = thread.thrown().getClass().getSimpleName();
      add(thread, ExploredFrames.origin(thread, thread.thrown()), "ends by " + name);
    } else if (!preempted.isEmpty()) {
      add(thread, thread.site(), "ends");
    }
  }

  @Override
  public void stepped(
      LogicalThread thread, CodeLocation site, Object object, String target, String value) {
    use(object, thread);
    var does = site.operation() == CodeLocation.Operation.READ ? "reads" : "writes";
    add(thread, site, object, null, does, target, value == null ? "" : value);
    if (value != null) {
      values.put(target, value);
    }
  }

  @Override
  public void called(
      LogicalThread thread,
      CodeLocation site,
      Object object,
      String target,
      Supplier<String> contents) {
    use(object, thread);
    var does =
        switch (site.operation()) {
          case ENTER -> "enters";
          case EXIT -> "leaves";
          case INITIALISE -> "initialises";
          default -> "calls " + site.name();
        };
    if (site.operation() == CodeLocation.Operation.EXIT || site.name().startsWith("unlock")) {
      locks.letGo(thread, target);
    }
    locks.name(object, target);
    var entry = add(thread, site, object, contents, does, target, contents.get());
    calls.step(thread, entry);
    if (site.operation() == CodeLocation.Operation.ENTER) {
      take(entry);
    }
  }

  @Override
  public void calling(LogicalThread thread, CodeLocation site, String arguments) {
    calls.begin(thread, site, arguments);
  }

  @Override
  public void returned(LogicalThread thread, CodeLocation site, String value) {
    var entry = calls.end(thread, site);
    if (entry == null) {
      return;
    }
    var step = entry.step;
    var holds = entry.contents();
    var changed = step.stale() == 0 && !holds.isEmpty() && !holds.equals(step.value());
    entry.step = step.with(step.arguments(), value, changed ? holds : "");
    if (!holds.isEmpty()) {
      values.put(step.target(), holds);
    }
    if (HeldLocks.takes(site.name(), value)) {
      take(entry);
    }
  }

  /// Notes that a step takes a lock. When others have run meanwhile, it is the next step of its
  /// thread that shows it.
  private void take(TraceEntry entry) {
    locks.take(entry.thread, entry.step.target());
    if (entry == entries.getLast()) {
      entry.step = entry.step.holding(locks.of(entry.thread));
    }
  }

  /// Notes that a thread has come to wait.
  private void waits(LogicalThread thread) {
    var entry = last.get(thread);
    if (entry != null) {
      entry.step = locks.waiting(thread, entry.step);
    }
  }

  @Override
  public void caught(LogicalThread thread, CodeLocation site, Throwable thrown) {
    var source = sources.line(site.type(), site.file(), site.line());
    if (source.isEmpty() || source.contains("catch")) {
      facts.caught(thread, site, thrown);
      add(thread, site, "catches " + ThrownText.of(thrown) + ThrownText.at(thrown));
    }
  }

  @Override
  public void kept(LogicalThread thread, Object future, Throwable thrown) {
    if (facts.kept(thread, future, thrown)) {
      add(thread, ExploredFrames.origin(thread, thrown), "throws " + ThrownText.of(thrown));
    }
  }

  @Override
  public void printed(LogicalThread thread, String stream, String text) {
    var target = stream.equals("System.out") ? "" : stream;
    if (++prints < MOST_PRINTS) {
      add(thread, ExploredFrames.here(thread), null, null, "prints", target, "").print(text);
    } else if (prints == MOST_PRINTS) {
      add(thread, ExploredFrames.here(thread), "prints on and on; the rest is left out");
    }
  }

  @Override
  public void woke(LogicalThread thread, Object on, List<LogicalThread> waiters) {
    var entry = last.get(thread);
    if (entry != null && entry.object == on) { // not in a call of the JDK's own
      var names = waiters.stream().map(LogicalThread::name).toList();
      entry.step = entry.step.waking(names.isEmpty() ? List.of(Trace.Step.NOBODY) : names);
    }
  }

  @Override
  public void raced(DataRace race) {
    facts.raced(race);
  }

  @Override
  public String variableAt(CodeLocation site) {
    return sources.variable(site.type(), site.file(), site.line());
  }

  @Override
  public void valueRead(LogicalThread thread, String value, int lag) {
    var entry = last.get(thread);
    if (!entry.step.value().matches("true|false")) {
      entry.step = entry.step.seeing(value, lag);
    } else if (lag > 0) { // told as the number that stands for it
      var isTrue = value.equals("1") || value.equals("true");
      entry.step = entry.step.seeing(String.valueOf(isTrue), lag);
    }
    if (lag == 0) {
      values.put(entry.step.target(), value);
    }
  }

  @Override
  public void paused() {
    var seen = Collections.newSetFromMap(new IdentityHashMap<>());
    for (var entry : entries.reversed()) {
      if (entry.object != null && seen.add(entry.object)) {
        var holds = entry.contents();
        if (!holds.isEmpty()) {
          values.put(entry.step.target(), holds);
        }
      }
    }
  }

  @Override
  public String locationOf(LogicalThread running) {
    return ExploredFrames.words(running);
  }

  @Override
  public void blocked(LogicalThread thread, String fact) {
    facts.waits(thread, calls.innermost(thread));
    if (thread.idle()) {
      return;
    }
    use(thread.waitCondition().on(), thread);
    if (!TraceColumns.isMain(thread.name()) || !preempted.isEmpty()) {
      add(thread, thread.site(), fact.substring(thread.name().length() + 1));
    }
    waits(thread);
  }

  @Override
  public void scheduled(
      LogicalThread before,
      LogicalThread next,
      WakeReason wake,
      boolean preempts,
      LogicalThread byDefault) {
    if ((withheld || !follows.isEmpty()) && next != running) {
      addUnseen();
    }
    running = next;
    if (before.waits()) {
      waits(before);
    }
    if (preempts) {
      preempted = before.name();
    } else if (isChoice(next, byDefault) && next != before && wake == WakeReason.READY) {
      follows = before.name() + (before.finished() ? " has ended" : " waits");
    }
    if (next.idle() && !preempts && wake != WakeReason.TIMED_OUT) {
      return;
    }
    switch (wake) {
      case TIMED_OUT -> {
        facts.timedOut(next.waitCondition().kind() != WaitCondition.Kind.TIME);
        add(next, next.site(), TIME_IS_UP);
      }
      case SPURIOUS -> add(next, next.site(), SPURIOUS);
      case INTERRUPTED -> add(next, next.site(), "is interrupted");
      case READY -> {}
    }
  }

  /// Whether it matters that this thread goes on and not that one. One that has waited for another
  /// to end only goes on to wait for the next.
  private static boolean isChoice(LogicalThread next, LogicalThread byDefault) {
    var joins =
        byDefault.waits() && byDefault.waitCondition().kind() == WaitCondition.Kind.THREAD_END;
    return next != byDefault && !next.idle() && !byDefault.idle() && !joins;
  }

  private void use(Object object, LogicalThread thread) {
    if (object != null) {
      users.computeIfAbsent(object, o -> new HashSet<>()).add(thread.name());
    }
  }

  private void add(LogicalThread thread, CodeLocation site, String does) {
    add(thread, site, null, null, does, "", "");
  }

  /// A turn is never lost.
  private void addUnseen() {
    add(running, running.site(), "goes on, and nobody sees what it does");
  }

  private TraceEntry add(
      LogicalThread thread,
      CodeLocation site,
      Object object,
      Supplier<String> contents,
      String does,
      String target,
      String value) {
    if (thread != running && !preempted.isEmpty()) {
      addUnseen();
    }
    var hides = object != null && site.type().startsWith(CALLS);
    var step =
        new Trace.Step(
            thread.name(),
            site.file(),
            site.line(),
            sources.line(site.type(), site.file(), site.line()),
            does,
            target,
            "",
            value,
            "",
            "",
            0,
            hides ? "" : preempted,
            "",
            site.type(),
            locks.of(thread),
            "",
            false,
            List.of());
    var entry = new TraceEntry(thread, site, object, contents, locks.of(thread), step);
    withheld = hides && !(preempted.isEmpty() && follows.isEmpty());
    if (!hides) {
      entry.follows = follows;
      preempted = "";
      follows = "";
    }
    entries.add(entry);
    last.put(thread, entry);
    return entry;
  }

  /// The trace of what was heard.
  ///
  /// @param result how the run ended; null when it has not
  Trace trace(ExecutionResult result, String schedule) {
    if (result != null) {
      paused();
    }
    shown = new ShownSteps(entries, prepared < 0 ? entries.size() : prepared, this::worthShowing);
    var explained = facts.of(result, shown.entries());
    return new Trace(
        shown.threads(),
        shown.steps(),
        Trace.End.of(result),
        explained.ending(),
        explained.facts(),
        schedule);
  }

  /// How many steps of the trace, which was asked for, came before each decision.
  List<Integer> decidedAfter() {
    return shown.before(decided);
  }

  private boolean worthShowing(TraceEntry entry) {
    if (entry.site.type().startsWith(CALLS)) {
      return !entry.step.preempts().isEmpty();
    }
    return entry.object == null
        || !entry.step.preempts().isEmpty()
        || shared.contains(entry.step.target())
        || users.getOrDefault(entry.object, Set.of()).size() > 1;
  }
}
