package workbook.tui;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import workbook.explore.PlaySession;
import workbook.explore.Trace;
import workbook.view.Ascii;
import workbook.view.Columns;
import workbook.view.Page;
import workbook.view.PlayWords;

/// How a game stands, on one screen: a column for each thread with its next step, the shared
/// variables, the last steps, and what may be chosen.
final class PlayBoard {
  private static final String MAIN = "main";
  private static final int NARROWEST = 24;

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
    for (var move : PlayWords.order(moves)) {
      choices.add("    %d  %s".formatted(choices.size(), PlayWords.of(moves.get(move), moves)));
    }
    return choices;
  }

  /// Whether its thread simply goes on.
  private static boolean goesOn(PlaySession.Move move) {
    return move.how().equals("goes on");
  }
}
