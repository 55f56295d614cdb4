package workbook.explore;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import workbook.explore.runtime.ExecutionResult;
import workbook.explore.runtime.WakeReason;
import workbook.explore.search.ExecutionState;

/// A game in which a person is the scheduler: at every decision one thread is chosen to go on.
///
/// Nothing runs between two moves; every move runs the program again from its beginning, so taking
/// a move back is forgetting it. Not safe for use by several threads.
public final class PlaySession {
  private static final int NEIGHBOUR_LINES = 1;

  private final Exploration exploration;
  private final boolean mainOnlyWaits;
  private final SourceFiles files;
  private final Map<String, String> shared = new LinkedHashMap<>();
  private final List<Integer> options = new ArrayList<>();

  /// Those that were taken, at one decision each.
  private final List<Taken> taken = new ArrayList<>();

  /// Null as long as nobody has asked for it.
  private Verdict verdict;

  private ExecutionState state;
  private boolean followed;
  private Trace trace;
  private List<Integer> decidedAfter = List.of();
  private Map<String, String> values = Map.of();

  private record Taken(List<ExecutionState.Option> options, int option) {}

  /// What may be done next.
  ///
  /// @param thread the thread that goes on
  /// @param how `goes on`, `its time is up`, `wakes for no reason`, `is interrupted`, or how the
  ///   step turns out
  /// @param cost what it adds to the preemptions of the run, see [Budget#preemptions]: 0 or 1
  /// @param does the step that it goes on with, as in [ThreadView]
  public record Move(String thread, String how, int cost, String does) {}

  /// A move that was made, and what could have been done in its place.
  ///
  /// @param number of decisions before this one; there are some that nobody is asked for
  /// @param after how many steps of the trace came before it
  /// @param moves the default one first
  /// @param taken an index into them
  public record Decision(int number, int after, List<Move> moves, int taken) {
    public Decision {
      moves = List.copyOf(moves);
    }
  }

  /// What a thread is about to do.
  ///
  /// @param does its next step, for example `reads count`; `begins` before its first
  /// @param file the source file of that step; empty when not known
  /// @param line the line in it, 0 when not known
  /// @param source that line and one on each side; empty when not known
  /// @param type the class with that line, with dots; empty when not known
  /// @param waits what it waits for, one sentence; empty when it could go on
  public record ThreadView(
      String thread,
      String does,
      String file,
      int line,
      List<String> source,
      String type,
      String waits,
      boolean finished) {
    public ThreadView {
      source = List.copyOf(source);
    }

    /// The source file's path, see [Trace.Step#path].
    public String path() {
      return file.isEmpty() ? "" : Sources.path(type, file);
    }
  }

  /// A way to make the program fail from here.
  ///
  /// @param cost how many preemptions it takes, see [Budget#preemptions]
  /// @param next the next move to make, an index into [PlaySession#moves]
  public record Hint(int cost, int next) {}

  /// Searches first. A program that cannot be judged is not run again: there is nothing to choose.
  ///
  /// @param mainOnlyWaits whether nobody wants to choose what the main thread does
  PlaySession(Exploration exploration, boolean mainOnlyWaits, SearchWatch watch) {
    this.exploration = exploration;
    this.mainOnlyWaits = mainOnlyWaits;
    files = new SourceFiles(exploration.sources());
    verdict = exploration.search(Budget.DEFAULT, watch);
    if (verdict instanceof Verdict.Refused || verdict instanceof Verdict.TooLong) {
      state = new ExecutionState(List.of(), List.of(), null);
      trace = new Trace(List.of(), List.of(), Trace.End.OPEN, "", List.of(), "calm");
      return;
    }
    if (verdict instanceof Verdict.Fails fails) {
      learnShared(fails.trace());
    }
    learnShared(exploration.replayDefault());
    runToDecision();
  }

  /// Does not search, as long as nobody asks for a verdict.
  ///
  /// @param at tells where there is something to decide
  PlaySession(Exploration exploration, boolean mainOnlyWaits, Schedule at) {
    this.exploration = exploration;
    this.mainOnlyWaits = mainOnlyWaits;
    files = new SourceFiles(exploration.sources());
    exploration.decideAt(at);
    learnShared(exploration.replay(at));
    learnShared(exploration.replayDefault());
    runToDecision();
  }

  /// Notes what the threads share, and what it holds before anybody has touched it.
  private void learnShared(Trace run) {
    files.add(run);
    for (var step : run.steps()) {
      var first = step.does().equals("writes") ? "" : step.value();
      if (!step.target().isEmpty()) {
        shared.putIfAbsent(step.target(), first);
      }
    }
  }

  /// What can be chosen now, the default move first; empty when the run has ended.
  public List<Move> moves() {
    return MoveWords.moves(state.options());
  }

  /// Makes a move.
  ///
  /// @throws IllegalArgumentException when there is no such move now
  public void move(int index) {
    if (index < 0 || index >= state.options().size()) {
      throw new IllegalArgumentException(
          state.options().isEmpty()
              ? "the run has ended; take a move back or begin again"
              : "choose a move from 0 to " + (state.options().size() - 1));
    }
    options.add(index);
    runToDecision();
  }

  /// Takes the last move back; does nothing at the beginning.
  public void undo() {
    decisions().stream().reduce((_, later) -> later).ifPresent(last -> backTo(last.number()));
  }

  /// Begins again.
  public void restart() {
    backTo(0);
  }

  private void backTo(int decisions) {
    options.subList(decisions, options.size()).clear();
    runToDecision();
  }

  /// Makes the moves of a schedule, up to a decision, in place of those that were made.
  ///
  /// @param decisions how many decisions are made, see [Decision#number]
  /// @throws IllegalArgumentException with one plain sentence when the schedule does not fit the
  ///   program
  public void follow(Schedule schedule, int decisions) {
    exploration.decideAt(schedule);
    options.clear();
    for (var choice : schedule.decisions().choices()) {
      addDefaults(Math.min(choice.decision(), decisions));
      if (choice.decision() < decisions) {
        options.add(choice.option());
      }
    }
    addDefaults(decisions);
    run(false);
    if (taken.size() < decisions) {
      restart();
      throw new IllegalArgumentException("this schedule does not fit this code");
    }
    goOnWithMain();
  }

  private void addDefaults(int upTo) {
    while (options.size() < upTo) {
      options.add(0);
    }
  }

  /// Runs the program under a schedule to its end, in place of the moves that were made.
  ///
  /// @throws IllegalArgumentException with one plain sentence when the schedule does not fit the
  ///   program
  public void follow(Schedule schedule) {
    exploration.replay(schedule);
    exploration.decideAt(schedule);
    options.clear();
    for (var choice : schedule.decisions().choices()) {
      addDefaults(choice.decision());
      options.add(choice.option());
    }
    run(true);
  }

  /// Whether this is the run of a schedule to its end, see [#follow(Schedule)]: then a data race is
  /// told, too.
  public boolean followed() {
    return followed;
  }

  /// Lets the run go on by default, to its end.
  public void goOn() {
    run(true);
    options.clear();
    taken.forEach(one -> options.add(one.option()));
    run(false);
  }

  /// The moves that were made.
  public List<Decision> decisions() {
    var made = new ArrayList<Decision>();
    for (var number = 0; number < taken.size(); number++) {
      var one = taken.get(number);
      if (!mainOnlyWaits || one.option() != mainThreadOption(one.options())) {
        var after = decidedAfter.get(number);
        made.add(new Decision(number, after, MoveWords.moves(one.options()), one.option()));
      }
    }
    return made;
  }

  /// How many decisions were made, those among them that nobody is asked for.
  public int decided() {
    return taken.size();
  }

  /// How many moves were made.
  public int made() {
    return decisions().size();
  }

  /// What they cost in preemptions, see [Budget#preemptions].
  public int cost() {
    return decisions().stream().mapToInt(one -> one.moves().get(one.taken()).cost()).sum();
  }

  /// The threads, in the order they were started; the main thread is the first.
  public List<ThreadView> threads() {
    return state.threads().stream().map(this::view).toList();
  }

  /// Whether the main thread does no more than to start the others, wait for them and check. Then
  /// none of its moves has to be chosen.
  public boolean mainOnlyWaits() {
    return mainOnlyWaits;
  }

  private ThreadView view(ExecutionState.ThreadState at) {
    var next = at.next();
    return new ThreadView(
        at.thread(),
        MoveWords.of(next),
        next.file(),
        next.line(),
        exploration.sources().around(next.type(), next.file(), next.line(), NEIGHBOUR_LINES),
        next.type(),
        at.waits(),
        at.finished());
  }

  /// The shared variables with their latest values; empty for one whose value is not known yet.
  public Map<String, String> variables() {
    var now = new LinkedHashMap<>(shared);
    now.putAll(values);
    now.keySet().retainAll(shared.keySet());
    return now;
  }

  /// What has happened so far.
  public Trace trace() {
    return trace;
  }

  /// Whether the run has ended.
  public boolean ended() {
    return state.result() != null;
  }

  /// Whether the program failed: the person has won.
  public boolean broken() {
    return state.result() instanceof ExecutionResult.Failed;
  }

  /// What the explorer says: whether any schedule can break it at all. Blocks while it finds out.
  public Verdict verdict() {
    if (verdict == null) {
      verdict = exploration.verdictOnly(Budget.DEFAULT);
    }
    return verdict;
  }

  /// The text of the files that its steps and its threads are in, line by line: by the file's path
  /// from the folder of its packages, `shop/Bank.java`. Those that cannot be found are left out.
  public Map<String, List<String>> sources() {
    files.add(trace);
    for (var thread : threads()) {
      files.add(thread.type(), thread.file());
    }
    return files.texts();
  }

  /// The shortest way to a failure from here; empty when none is found with two preemptions or
  /// fewer.
  public Optional<Hint> hint() {
    if (ended()) {
      return Optional.empty();
    }
    for (var bound = 0; bound <= Budget.DEFAULT.preemptions(); bound++) {
      var way = exploration.findFailure(options, bound);
      if (way == null) {
        continue;
      }
      var first = way.isEmpty() || way.getFirst().decision() > 0 ? 0 : way.getFirst().option();
      return Optional.of(new Hint(bound, first));
    }
    return Optional.empty();
  }

  /// Runs the program as far as was decided, and on while it is the turn of a main thread that only
  /// waits for the others and checks.
  private void runToDecision() {
    run(false);
    goOnWithMain();
  }

  private void goOnWithMain() {
    while (mainOnlyWaits && mainThreadOption(state.options()) >= 0) {
      options.add(mainThreadOption(state.options()));
      run(false);
    }
  }

  private static int mainThreadOption(List<ExecutionState.Option> options) {
    for (var index = 0; index < options.size(); index++) {
      var option = options.get(index);
      var free = option.wakeReason() == WakeReason.READY && option.cost() == 0;
      if (free && option.thread().equals(TraceRecorder.MAIN)) {
        return index;
      }
    }
    return -1;
  }

  /// @param goesOn whether the run goes on by itself where nothing was decided, to its end
  private void run(boolean goesOn) {
    taken.clear();
    followed = goesOn;
    var recorder = new TraceRecorder(exploration.sources(), shared.keySet());
    state =
        exploration.stateAfter(
            options,
            goesOn,
            recorder,
            (offered, option) -> {
              recorder.decided();
              taken.add(new Taken(offered, option));
            });
    trace = recorder.trace(state.result(), exploration.schedule(options));
    decidedAfter = recorder.decidedAfter();
    values = recorder.values();
  }
}
