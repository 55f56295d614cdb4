package workbook.view;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import workbook.Sentences;
import workbook.explore.FailureKind;
import workbook.explore.PlaySession;
import workbook.explore.Trace;
import workbook.explore.Verdict;

/// What is said to a person who plays the scheduler, on a screen or on a page.
public final class PlayWords {
  /// What a person has to do.
  public static final String GOAL =
      "You are the scheduler. Break it with as few forced moves as you can, or claim that nobody"
          + " can (c). A forced move stops a thread that could go on, wakes one for no reason, or"
          + " shows it an old value.";

  private PlayWords() {}

  /// The places of the moves in the order they are shown: by thread, so that a thread keeps its
  /// number as long as it can.
  public static List<Integer> order(List<PlaySession.Move> moves) {
    return IntStream.range(0, moves.size())
        .boxed()
        .sorted(Comparator.comparing(place -> moves.get(place).thread()))
        .toList();
  }

  /// A move, as one of those that can be chosen.
  public static String of(PlaySession.Move move, List<PlaySession.Move> moves) {
    var how = move.thread() + " " + (goesOn(move) ? move.does() : move.how());
    if (move.cost() == 0) {
      return how;
    }
    var running = moves.getFirst();
    return how + (goesOn(move) ? "   (forced: stops " + running.thread() + ")" : "   (forced)");
  }

  /// Whether its thread simply goes on.
  private static boolean goesOn(PlaySession.Move move) {
    return move.how().equals("goes on");
  }

  /// How a run ended.
  public static String result(PlaySession session) {
    var run = session.trace();
    return switch (run.end()) {
      case HELD, OPEN ->
          "It held this time. Can another order break it? Take moves back (u), begin again (r), or"
              + " claim that no order can (c).";
      case FAILED ->
          "You broke it! "
              + Stream.concat(Stream.of(ending(run)), run.facts().stream())
                  .map(Sentences::of)
                  .collect(Collectors.joining(" "))
              + " "
              + forced(session);
      case REFUSED, TOO_LONG ->
          "Nobody knows how this order ends. %s Take moves back (u), or begin again (r)."
              .formatted(Sentences.of(run.ending()));
    };
  }

  /// How a run ended, without the explorer's own words for a failed check.
  private static String ending(Trace run) {
    return run.ending().replaceFirst("^a check failed: (main: )?", "");
  }

  /// How good the way to the failure was.
  private static String forced(PlaySession session) {
    if (!(session.verdict() instanceof Verdict.Fails fails)) {
      return "";
    }
    if (session.cost() <= fails.preemptions()) {
      return "It can't be done with fewer forced moves.";
    }
    return "You forced %d moves; %d %s enough. Press r to try again."
        .formatted(session.cost(), fails.preemptions(), fails.preemptions() == 1 ? "is" : "are");
  }

  /// What the explorer says to the claim that no schedule can break it.
  public static String judged(PlaySession session) {
    return switch (session.verdict()) {
      case Verdict.Holds holds when holds.complete() ->
          "You win: no schedule can break it. It " + Sentences.end(holds.says());
      case Verdict.Holds holds -> "That is still open: it " + Sentences.end(holds.says());
      case Verdict.Fails fails when fails.kind() == FailureKind.DATA_RACE ->
          "Not quite: it has a data race. " + Sentences.of(fails.what());
      case Verdict.Fails fails ->
          "There is a schedule that breaks it, with %d forced %s. Find it!"
              .formatted(fails.preemptions(), fails.preemptions() == 1 ? "move" : "moves");
      case Verdict.NotFinished notFinished ->
          "That is still open: the search is " + Sentences.end(notFinished.says());
      case Verdict.Refused _, Verdict.TooLong _ -> Sentences.of(session.verdict().says());
    };
  }

  /// What to do next.
  public static String hint(PlaySession session) {
    var hint = session.hint();
    if (hint.isEmpty()) {
      return session.verdict() instanceof Verdict.Fails && session.ended()
          ? "There is an order that breaks it. Press r to begin again, then h for the first move."
          : "From here no order fails within 2 more forced moves. Take some moves back (u), or"
              + " claim that no order can break it (c).";
    }
    var way = hint.get();
    var move = session.moves().get(way.next());
    var enough =
        switch (way.cost()) {
          case 0 -> "No more forced move is needed";
          case 1 -> "One forced move is enough";
          default -> way.cost() + " forced moves are enough";
        };
    return "Hint: %s. Now let %s go on (%d).%s"
        .formatted(
            enough,
            move.thread(),
            order(session.moves()).indexOf(way.next()) + 1,
            move.cost() > 0 ? " That is the move that matters." : "");
  }
}
