package workbook.tui;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import workbook.Sentences;
import workbook.explore.FailureKind;
import workbook.explore.PlaySession;
import workbook.explore.Trace;
import workbook.explore.Verdict;
import workbook.view.Ascii;
import workbook.view.Columns;
import workbook.view.Page;

/// How a game stands, on one screen: a column for each thread with its next step, the shared
/// variables, the last steps, and what may be chosen.
final class PlayBoard {
  private static final String MAIN = "main";
  private static final int NARROWEST = 24;

  /// What a person has to do.
  static final String GOAL =
      "You are the scheduler. Break it with as few forced moves as you can, or claim that nobody"
          + " can (c). A forced move stops a thread that could go on, wakes one for no reason, or"
          + " shows it an old value.";

  private final PlaySession session;
  private final Page page;
  private final List<PlaySession.ThreadView> threads;
  private final List<PlaySession.Move> moves;
  private final List<String> lines = new ArrayList<>();

  /// @param note what to say first; empty for nothing
  /// @param room how many lines there are
  PlayBoard(PlaySession session, String note, Page page, int room) {
    this.session = session;
    this.page = page;
    this.moves = session.moves();
    this.threads =
        session.threads().stream()
            .filter(thread -> !session.mainOnlyWaits() || !thread.thread().equals(MAIN))
            .toList();
    if (!note.isEmpty()) {
      Columns.wrapped(note, "", page.width()).lines().forEach(lines::add);
      lines.add("");
    }
    threads();
    variables();
    var choices = choices();
    lastSteps(room - lines.size() - choices.size());
    lines.addAll(choices);
  }

  @Override
  public String toString() {
    return Ascii.of(page, String.join("\n", lines) + "\n");
  }

  private void threads() {
    var width = (page.width() - 2) / Math.max(1, threads.size());
    if (width < NARROWEST) {
      threads.forEach(each -> lines.add("  %-4s %s".formatted(each.thread(), state(each))));
    } else {
      columns(width);
    }
    lines.add("");
  }

  private void columns(int width) {
    row(width, PlaySession.ThreadView::thread);
    var source = threads.stream().map(each -> each.source().size()).max(Integer::compare);
    for (var at = 0; at < source.orElse(0); at++) {
      var line = at;
      row(width, each -> source(each, line));
    }
    row(width, this::state);
  }

  private void row(int width, Function<PlaySession.ThreadView, String> cell) {
    var line =
        threads.stream()
            .map(each -> fitted(cell.apply(each), width))
            .collect(Collectors.joining("", "  ", ""))
            .stripTrailing();
    if (!line.isEmpty()) {
      lines.add(line);
    }
  }

  private static String fitted(String text, int width) {
    return text.length() < width
        ? text + " ".repeat(width - text.length())
        : text.substring(0, width - 2) + "… ";
  }

  private static String source(PlaySession.ThreadView thread, int at) {
    if (thread.finished() || at >= thread.source().size()) {
      return "";
    }
    var middle = thread.source().size() / 2;
    return "%s %3d  %s"
        .formatted(at == middle ? "→" : " ", thread.line() + at - middle, thread.source().get(at));
  }

  private String state(PlaySession.ThreadView thread) {
    if (thread.finished()) {
      return "has ended";
    }
    var can =
        moves.stream().anyMatch(move -> move.thread().equals(thread.thread()) && goesOn(move));
    return thread.waits().isEmpty() || can
        ? "next: " + thread.does()
        : thread.waits().substring(thread.thread().length() + 1);
  }

  private void variables() {
    var now = new ArrayList<String>();
    session
        .variables()
        .forEach((name, value) -> now.add(value.isEmpty() ? "" : name + " = " + value));
    now.removeIf(String::isEmpty);
    if (!now.isEmpty()) {
      lines.addAll(
          Columns.wrapped("Shared:  " + String.join(",  ", now), "  ", page.width())
              .lines()
              .toList());
      lines.add("");
    }
  }

  /// The newest steps, as many as there is room for.
  private void lastSteps(int room) {
    var steps = session.trace().steps().stream().filter(step -> !isHalfDone(step)).toList();
    if (steps.isEmpty() || room < 3) {
      return;
    }
    lines.add("  So far:");
    for (var step : steps.subList(Math.max(0, steps.size() - room + 2), steps.size())) {
      var line = "    %-5s %4s  %s".formatted(step.thread(), at(step), step.says());
      lines.add(fitted(line, page.width()).stripTrailing());
    }
    lines.add("");
  }

  /// Whether it is a read whose value is what has to be chosen.
  private static boolean isHalfDone(Trace.Step step) {
    return step.does().equals("reads") && step.value().isEmpty();
  }

  private static String at(Trace.Step step) {
    return step.line() == 0 ? "" : String.valueOf(step.line());
  }

  private List<String> choices() {
    var choices = new ArrayList<String>();
    if (!moves.isEmpty()) {
      choices.add("  Who goes on?");
    }
    for (var move : order(moves)) {
      choices.add("    %d  %s".formatted(choices.size(), words(moves.get(move))));
    }
    return choices;
  }

  /// The places of the moves in the order they are shown: by thread, so that a thread keeps its
  /// number as long as it can.
  static List<Integer> order(List<PlaySession.Move> moves) {
    return IntStream.range(0, moves.size())
        .boxed()
        .sorted(Comparator.comparing(place -> moves.get(place).thread()))
        .toList();
  }

  private String words(PlaySession.Move move) {
    var how = move.thread() + " " + (goesOn(move) ? next(move) : move.how());
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

  private String next(PlaySession.Move move) {
    return threads.stream()
        .filter(each -> each.thread().equals(move.thread()))
        .map(PlaySession.ThreadView::does)
        .findFirst()
        .orElse("goes on");
  }

  /// How a run ended.
  static String result(PlaySession session) {
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
  static String judged(PlaySession session) {
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
  static String hint(PlaySession session) {
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
