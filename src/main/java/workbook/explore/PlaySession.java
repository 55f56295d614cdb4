package workbook.explore;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import workbook.explore.runtime.CodeLocation;
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
  private final Verdict verdict;
  private final Map<String, String> shared = new LinkedHashMap<>();
  private final List<Integer> options = new ArrayList<>();
  private final List<MadeMove> made = new ArrayList<>();
  private ExecutionState state;
  private Trace trace;
  private Map<String, String> values = Map.of();

  /// A move that was made.
  ///
  /// @param decision how many decisions came before it
  private record MadeMove(int decision, int cost) {}

  /// What may be done next.
  ///
  /// @param thread the thread that goes on
  /// @param how `goes on`, `its time is up`, `wakes for no reason`, `is interrupted`, or how the
  ///   step turns out
  /// @param cost what it adds to the preemptions of the run, see [Budget#preemptions]: 0 or 1
  public record Move(String thread, String how, int cost) {}

  /// What a thread is about to do.
  ///
  /// @param does its next step, for example `reads count`; `begins` before its first
  /// @param file the source file of that step; empty when not known
  /// @param line the line in it, 0 when not known
  /// @param source that line and one on each side; empty when not known
  /// @param waits what it waits for, one sentence; empty when it could go on
  public record ThreadView(
      String thread,
      String does,
      String file,
      int line,
      List<String> source,
      String waits,
      boolean finished) {
    public ThreadView {
      source = List.copyOf(source);
    }
  }

  /// A way to make the program fail from here.
  ///
  /// @param cost how many preemptions it takes, see [Budget#preemptions]
  /// @param next the next move to make, an index into [PlaySession#moves]
  public record Hint(int cost, int next) {}

  /// @param mainOnlyWaits whether nobody wants to choose what the main thread does
  PlaySession(Exploration exploration, boolean mainOnlyWaits) {
    this.exploration = exploration;
    this.mainOnlyWaits = mainOnlyWaits;
    verdict = exploration.search(Budget.DEFAULT);
    if (verdict instanceof Verdict.Fails fails) {
      learnShared(fails.trace());
    }
    learnShared(exploration.replayDefault());
    runToDecision();
  }

  /// Notes what the threads share, and what it holds before anybody has touched it.
  private void learnShared(Trace run) {
    for (var step : run.steps()) {
      var first = step.does().equals("writes") ? "" : step.value();
      if (!step.target().isEmpty()) {
        shared.putIfAbsent(step.target(), first);
      }
    }
  }

  /// What can be chosen now, the default move first; empty when the run has ended.
  public List<Move> moves() {
    var offered = new ArrayList<Move>();
    for (var option : state.options()) {
      var how =
          switch (option.wakeReason()) {
            case null -> outcome(option, offered.size());
            case READY -> "goes on";
            case INTERRUPTED -> "is interrupted";
            case TIMED_OUT -> "its time is up";
            case SPURIOUS -> "wakes for no reason";
          };
      offered.add(new Move(option.thread(), how, option.cost()));
    }
    return offered;
  }

  /// How a step can turn out, if that is what has to be decided.
  private String outcome(ExecutionState.Option option, int index) {
    var next =
        state.threads().stream()
            .filter(at -> at.thread().equals(option.thread()))
            .map(ExecutionState.ThreadState::next)
            .findFirst()
            .orElse(CodeLocation.NOWHERE);
    if (next.operation() == CodeLocation.Operation.READ) {
      return index == 0 ? "sees the newest value" : "sees an old value";
    }
    if (next.name().equals("notify")) {
      return "wakes waiter " + (index + 1);
    }
    if (next.name().equals("identityHashCode")) {
      return List.of("gets a larger hash code", "gets a smaller one", "gets the last one again")
          .get(index);
    }
    if (state.options().get(1).cost() == 0) {
      return "goes through the elements in order " + (index + 1);
    }
    return index == 0 ? "succeeds" : "fails for no reason";
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
    made.add(new MadeMove(options.size(), state.options().get(index).cost()));
    options.add(index);
    runToDecision();
  }

  /// Takes the last move back; does nothing at the beginning.
  public void undo() {
    if (made.isEmpty()) {
      return;
    }
    backTo(made.removeLast().decision);
  }

  /// Begins again.
  public void restart() {
    made.clear();
    backTo(0);
  }

  private void backTo(int decisions) {
    options.subList(decisions, options.size()).clear();
    runToDecision();
  }

  /// How many moves were made.
  public int made() {
    return made.size();
  }

  /// What they cost in preemptions, see [Budget#preemptions].
  public int cost() {
    return made.stream().mapToInt(MadeMove::cost).sum();
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
        words(next),
        next.file(),
        next.line(),
        exploration.sources().around(next.type(), next.file(), next.line(), NEIGHBOUR_LINES),
        at.waits(),
        at.finished());
  }

  private static String words(CodeLocation next) {
    if (next == CodeLocation.NOWHERE) {
      return "begins";
    }
    var what = next.name().isEmpty() ? "an element" : next.name();
    return switch (next.operation()) {
      case READ -> "reads " + what;
      case WRITE -> "writes " + what;
      case ENTER -> "enters synchronized";
      case EXIT -> "leaves synchronized";
      case INITIALISE -> "initialises " + what;
      case CALL -> "calls " + what + "()";
    };
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

  /// What the explorer says: whether any schedule can break it at all.
  public Verdict verdict() {
    return verdict;
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
    run();
    while (mainOnlyWaits && mainThreadOption() >= 0) {
      options.add(mainThreadOption());
      run();
    }
  }

  private int mainThreadOption() {
    for (var index = 0; index < state.options().size(); index++) {
      var option = state.options().get(index);
      var free = option.wakeReason() == WakeReason.READY && option.cost() == 0;
      if (free && option.thread().equals(TraceRecorder.MAIN)) {
        return index;
      }
    }
    return -1;
  }

  private void run() {
    var recorder = new TraceRecorder(exploration.sources(), shared.keySet());
    state = exploration.stateAfter(options, recorder);
    trace = recorder.trace(state.result(), exploration.schedule(options));
    values = recorder.values();
  }
}
