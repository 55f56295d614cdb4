package workbook.explore;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import workbook.explore.engine.Ending;
import workbook.explore.engine.Schedule;
import workbook.explore.engine.Situation;

/// A game in which a person is the scheduler: at every decision one thread is chosen to go on.
///
/// Nothing runs between two moves; every move runs the program again from its beginning, so taking
/// a move back is forgetting it. Not safe for use by several threads.
public final class Session {
  private final Exploration exploration;
  private final Verdict verdict;
  private final Set<Integer> places;
  private final List<Integer> moves = new ArrayList<>();
  private Situation situation;
  private Trace trace;

  /// What may be done next.
  ///
  /// @param thread the thread that goes on; empty when the move says which value a read sees
  /// @param how `goes on`, `its time is up`, `wakes for no reason`, `is interrupted`, `sees value
  ///   N`
  /// @param deviates whether a calm machine would do something else
  public record Move(String thread, String how, boolean deviates) {}

  /// What a thread is about to do.
  ///
  /// @param place file and line of its next step; empty before its first
  /// @param source the text of that line
  /// @param waits what it waits for, one sentence; empty when it could go on
  public record Standing(
      String thread, String place, String source, String waits, boolean finished) {}

  /// A way to make the program fail from here.
  ///
  /// @param deviations how many moves in it deviate from the usual
  /// @param next the next move to make, an index into [Session#moves]
  public record Hint(int deviations, int next) {}

  Session(Exploration exploration) {
    this.exploration = exploration;
    verdict = exploration.search(Budget.DEFAULT);
    places = verdict instanceof Verdict.Fails fails ? fails.schedule().places() : Set.of();
    follow();
  }

  /// What can be chosen now, the usual move first; empty when the run has ended.
  public List<Move> moves() {
    var offered = new ArrayList<Move>();
    for (var choice : situation.choices()) {
      var how =
          switch (choice.wake()) {
            case READY -> choice.thread().isEmpty() ? "sees value " + offered.size() : "goes on";
            case INTERRUPTED -> "is interrupted";
            case TIMED_OUT -> "its time is up";
            case SPURIOUS -> "wakes for no reason";
          };
      offered.add(new Move(choice.thread(), how, choice.price() > 0));
    }
    return offered;
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
    moves.add(index);
    follow();
  }

  /// Takes the last move back; does nothing at the beginning.
  public void undo() {
    if (moves.isEmpty()) return;
    moves.removeLast();
    follow();
  }

  /// Begins again.
  public void restart() {
    moves.clear();
    follow();
  }

  /// The threads, in the order they were started.
  public List<Standing> threads() {
    var sources = exploration.sources();
    return situation.threads().stream()
        .map(
            at ->
                new Standing(
                    at.thread(),
                    at.next().line() == 0 ? "" : at.next().file() + ":" + at.next().line(),
                    sources.line(at.next().type(), at.next().file(), at.next().line()),
                    at.waits(),
                    at.finished()))
        .toList();
  }

  /// The shared variables that have been read or written so far, with their latest values.
  public Map<String, String> variables() {
    var values = new LinkedHashMap<String, String>();
    for (var step : trace.steps()) {
      var known = step.does().equals("reads") || step.does().equals("writes");
      if (known && step.stale() == 0) values.put(step.target(), step.value());
    }
    return values;
  }

  /// What has happened so far.
  public Trace trace() {
    return trace;
  }

  /// Whether the run has ended.
  public boolean ended() {
    return situation.ending() != null;
  }

  /// Whether the program failed: the person has won.
  public boolean broken() {
    return situation.ending() instanceof Ending.Failed;
  }

  /// What the explorer says: whether any schedule can break it at all.
  public Verdict verdict() {
    return verdict;
  }

  /// The shortest way to a failure from here; empty when none is found with two deviations or
  /// fewer.
  public Optional<Hint> hint() {
    if (ended()) return Optional.empty();
    for (var deviations = 0; deviations <= Budget.DEFAULT.preemptions(); deviations++) {
      var way = exploration.wayToFail(moves, places, deviations);
      if (way == null) continue;
      var first = way.isEmpty() || way.getFirst().decision() > 0 ? 0 : way.getFirst().option();
      return Optional.of(new Hint(deviations, first));
    }
    return Optional.empty();
  }

  private void follow() {
    var tracing = new Tracing(exploration.sources());
    situation = exploration.follow(moves, places, tracing);
    trace = tracing.trace(situation.ending(), schedule());
  }

  private String schedule() {
    var turns = new ArrayList<Schedule.Turn>();
    for (var i = 0; i < moves.size(); i++) {
      if (moves.get(i) != 0) turns.add(new Schedule.Turn(i, moves.get(i)));
    }
    return new Schedule(turns, places).toString();
  }
}
