package workbook.explore;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import workbook.explore.runtime.CodeLocation;
import workbook.explore.runtime.ExecutionResult;
import workbook.explore.runtime.WakeReason;
import workbook.explore.search.Decisions;
import workbook.explore.search.Situation;

/// A game in which a person is the scheduler: at every decision one thread is chosen to go on.
///
/// Nothing runs between two moves; every move runs the program again from its beginning, so taking
/// a move back is forgetting it. Not safe for use by several threads.
public final class PlaySession {
  private static final int NEIGHBOURS = 1;

  private final Exploration exploration;
  private final Verdict verdict;
  private final Map<String, String> shared = new LinkedHashMap<>();
  private final List<Integer> decided = new ArrayList<>();
  private final List<Made> made = new ArrayList<>();
  private Situation situation;
  private Trace trace;
  private Map<String, String> values = Map.of();

  /// A move that was made.
  ///
  /// @param at how many decisions came before it
  private record Made(int at, boolean deviates) {}

  /// What may be done next.
  ///
  /// @param thread the thread that goes on
  /// @param how `goes on`, `its time is up`, `wakes for no reason`, `is interrupted`, or how the
  ///   step choices out
  /// @param deviates whether a calm machine would do something else
  public record Move(String thread, String how, boolean deviates) {}

  /// What a thread is about to do.
  ///
  /// @param does its next step, for example `reads count`; `begins` before its first
  /// @param file the source file of that step; empty when not known
  /// @param line the line in it, 0 when not known
  /// @param source that line and one on each side; empty when not known
  /// @param waits what it waits for, one sentence; empty when it could go on
  public record Standing(
      String thread,
      String does,
      String file,
      int line,
      List<String> source,
      String waits,
      boolean finished) {
    public Standing {
      source = List.copyOf(source);
    }
  }

  /// A way to make the program fail from here.
  ///
  /// @param deviations how many moves in it deviate from the usual
  /// @param next the next move to make, an index into [PlaySession#moves]
  public record Hint(int deviations, int next) {}

  PlaySession(Exploration exploration) {
    this.exploration = exploration;
    verdict = exploration.search(Budget.DEFAULT);
    if (verdict instanceof Verdict.Fails fails) {
      share(fails.trace());
    }
    share(exploration.replay(new Decisions(List.of(), exploration.variables())));
    follow();
  }

  /// Notes what the threads share, and what it holds before anybody has touched it.
  private void share(Trace run) {
    for (var step : run.steps()) {
      var first = step.does().equals("writes") ? "" : step.value();
      if (!step.target().isEmpty()) {
        shared.putIfAbsent(step.target(), first);
      }
    }
  }

  /// What can be chosen now, the usual move first; empty when the run has ended.
  public List<Move> moves() {
    var offered = new ArrayList<Move>();
    for (var choice : situation.choices()) {
      var how =
          switch (choice.wake()) {
            case null -> outcome(choice, offered.size());
            case READY -> "goes on";
            case INTERRUPTED -> "is interrupted";
            case TIMED_OUT -> "its time is up";
            case SPURIOUS -> "wakes for no reason";
          };
      offered.add(new Move(choice.thread(), how, choice.price() > 0));
    }
    return offered;
  }

  /// How a step can turn out, if that is what has to be decided.
  private String outcome(Situation.Choice choice, int option) {
    if (situation.choices().getLast().price() == 0) {
      return "wakes waiter " + (option + 1);
    }
    var reads =
        situation.threads().stream()
            .anyMatch(
                at ->
                    at.thread().equals(choice.thread())
                        && at.next().act() == CodeLocation.Act.READ);
    if (reads) {
      return option == 0 ? "sees the newest value" : "sees an old value";
    }
    return option == 0 ? "succeeds" : "fails for no reason";
  }

  /// Makes a move.
  ///
  /// @throws IllegalArgumentException when there is no such move now
  public void move(int index) {
    if (index < 0 || index >= situation.choices().size()) {
      throw new IllegalArgumentException(
          situation.choices().isEmpty()
              ? "the run has ended; take a move back or begin again"
              : "choose a move from 0 to " + (situation.choices().size() - 1));
    }
    made.add(new Made(decided.size(), situation.choices().get(index).price() > 0));
    decided.add(index);
    follow();
  }

  /// Takes the last move back; does nothing at the beginning.
  public void undo() {
    if (made.isEmpty()) {
      return;
    }
    backTo(made.removeLast().at);
  }

  /// Begins again.
  public void restart() {
    made.clear();
    backTo(0);
  }

  private void backTo(int decisions) {
    decided.subList(decisions, decided.size()).clear();
    follow();
  }

  /// How many moves were made.
  public int made() {
    return made.size();
  }

  /// How many of them a calm machine would not have made.
  public int deviations() {
    return (int) made.stream().filter(Made::deviates).count();
  }

  /// The threads, in the order they were started.
  public List<Standing> threads() {
    return situation.threads().stream().map(this::standing).toList();
  }

  private Standing standing(Situation.Standing at) {
    var next = at.next();
    return new Standing(
        at.thread(),
        words(next),
        next.file(),
        next.line(),
        exploration.sources().around(next.type(), next.file(), next.line(), NEIGHBOURS),
        at.waits(),
        at.finished());
  }

  private static String words(CodeLocation next) {
    if (next == CodeLocation.NOWHERE) {
      return "begins";
    }
    var what = next.name().isEmpty() ? "an element" : next.name();
    return switch (next.act()) {
      case READ -> "reads " + what;
      case WRITE -> "writes " + what;
      case ENTER -> "enters synchronized";
      case EXIT -> "leaves synchronized";
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
    return situation.result() != null;
  }

  /// Whether the program failed: the person has won.
  public boolean broken() {
    return situation.result() instanceof ExecutionResult.Failed;
  }

  /// What the explorer says: whether any schedule can break it at all.
  public Verdict verdict() {
    return verdict;
  }

  /// The shortest way to a failure from here; empty when none is found with two deviations or
  /// fewer.
  public Optional<Hint> hint() {
    if (ended()) {
      return Optional.empty();
    }
    for (var deviations = 0; deviations <= Budget.DEFAULT.preemptions(); deviations++) {
      var way = exploration.wayToFail(decided, exploration.variables(), deviations);
      if (way == null) {
        continue;
      }
      var first = way.isEmpty() || way.getFirst().decision() > 0 ? 0 : way.getFirst().option();
      return Optional.of(new Hint(deviations, first));
    }
    return Optional.empty();
  }

  /// Runs the program as far as was decided, and on while only the main thread, which waits for the
  /// others and checks, has something to do.
  private void follow() {
    run();
    while (mainsTurn() >= 0) {
      decided.add(mainsTurn());
      run();
    }
  }

  private int mainsTurn() {
    var choices = situation.choices();
    for (var option = 0; option < choices.size(); option++) {
      var choice = choices.get(option);
      var free = choice.wake() == WakeReason.READY && choice.price() == 0;
      if (free && choice.thread().equals(TraceRecorder.MAIN)) {
        return option;
      }
    }
    return -1;
  }

  private void run() {
    var recorder = new TraceRecorder(exploration.sources(), shared.keySet());
    situation = exploration.follow(decided, exploration.variables(), recorder);
    trace = recorder.trace(situation.result(), schedule());
    values = recorder.values();
  }

  private String schedule() {
    var choices = new ArrayList<Decisions.Choice>();
    for (var i = 0; i < decided.size(); i++) {
      if (decided.get(i) != 0) {
        choices.add(new Decisions.Choice(i, decided.get(i)));
      }
    }
    return new Decisions(choices, exploration.variables()).toString();
  }
}
