package workbook.explore;

import java.util.List;
import java.util.function.UnaryOperator;

/// Draws a trace: time runs down, each thread has a column, and a rule says where a thread was
/// stopped that could have gone on. The steps of threads without a column, and those of a main
/// thread that only begins and checks, take the whole width.
final class TraceText {
  /// So many steps in a row of threads without a column are told one by one.
  private static final int MOST_ASIDE = 8;

  private static final String MARGIN = "  ";
  private static final String BOLD = "\u001b[1m";
  private static final String DIM = "\u001b[2m";
  private static final String RED = "\u001b[31m";
  private static final String YELLOW = "\u001b[33m";
  private static final String PLAIN = "\u001b[0m";

  private final Trace trace;
  private final int width;
  private final boolean coloured;
  private final TraceColumns columns;
  private final StringBuilder out = new StringBuilder();

  TraceText(Trace trace, int width, boolean coloured) {
    this.trace = trace;
    this.coloured = coloured;
    this.width = width;
    var drawn = TraceSelection.of(trace.steps());
    columns = TraceColumns.of(trace, drawn.stream().map(trace.steps()::get).toList(), width);
    if (!drawn.isEmpty()) {
      header();
      body(drawn);
      out.append('\n');
    }
    footer();
  }

  @Override
  public String toString() {
    return out.toString();
  }

  private void header() {
    if (!columns.isEmpty()) {
      row(UnaryOperator.identity(), BOLD);
      row(name -> "─".repeat(name.length()), DIM);
    }
  }

  private void row(UnaryOperator<String> cell, String style) {
    var text = new StringBuilder(MARGIN);
    columns.threads().forEach(name -> text.append(columns.padded(cell.apply(name))));
    line(style, text.toString().stripTrailing());
  }

  private void body(List<Integer> drawn) {
    var steps = trace.steps();
    Trace.Step before = null;
    var next = 0;
    var skipped = 0;
    for (var at = 0; at < drawn.size(); at++) {
      var place = drawn.get(at);
      if (place < next) {
        continue;
      }
      skipped += place - next;
      var aside = aside(drawn, at);
      if (aside > MOST_ASIDE) {
        skipped += aside;
        next = place + aside;
        continue;
      }
      if (skipped > 0) {
        more(skipped);
        skipped = 0;
        before = null;
      }
      var length = TraceSelection.cycle(steps, place);
      for (var step : steps.subList(place, place + length)) {
        step(before, step);
        before = step;
      }
      var repeats = TraceSelection.repeats(steps, place, length);
      if (repeats > 0) {
        var times = repeats == 1 ? "once more" : "%,d more times".formatted(repeats);
        cell(steps.get(place).thread(), "     … the same " + times, DIM);
      }
      next = place + length * (repeats + 1);
    }
    if (skipped + steps.size() - next > 0) {
      more(skipped + steps.size() - next);
    }
  }

  private void more(int steps) {
    line(DIM, "    … %,d more %s …".formatted(steps, steps == 1 ? "step" : "steps"));
  }

  /// How many steps from here on, one directly after the other, are of threads that the story is
  /// not about.
  private int aside(List<Integer> drawn, int from) {
    var at = from;
    while (at < drawn.size()
        && drawn.get(at) - drawn.get(from) == at - from
        && isAside(drawn.get(at))) {
      at++;
    }
    return at - from;
  }

  private boolean isAside(int place) {
    var step = trace.steps().get(place);
    return !columns.isEmpty()
        && columns.begin(step.thread()) < 0
        && !TraceColumns.isMain(step.thread())
        && !step.isPaidTurn();
  }

  private void step(Trace.Step before, Trace.Step step) {
    var goesOn = step.preempts().isEmpty() && step.follows().isEmpty();
    if (!step.preempts().isEmpty()) {
      turn("⇒ here %s is stopped and %s runs".formatted(step.preempts(), step.thread()));
    } else if (!step.follows().isEmpty()) {
      var first = step == trace.steps().getFirst();
      turn(
          first
              ? "→ %s runs first".formatted(step.thread())
              : "→ %s, and %s runs next".formatted(step.follows(), step.thread()));
    }
    var sameLine =
        before != null
            && goesOn
            && before.thread().equals(step.thread())
            && before.place().equals(step.place());
    if (!sameLine && step.line() > 0) {
      var source = step.source().isEmpty() ? step.place() : step.line() + "  " + step.source();
      cell(step.thread(), source, "");
    }
    cell(step.thread(), "   · " + step.says(), step.stale() != 0 ? RED : DIM);
  }

  private void turn(String text) {
    BrokenLines.of(text, width, MARGIN).forEach(part -> line(YELLOW, part));
  }

  private void footer() {
    trace
        .ending()
        .lines()
        .filter(part -> !part.isBlank())
        .flatMap(part -> BrokenLines.of(part.stripTrailing(), width, MARGIN).stream())
        .forEach(part -> line(BOLD, part));
    for (var fact : trace.facts()) {
      BrokenLines.of(MARGIN + fact, width, MARGIN + MARGIN).forEach(part -> line("", part));
    }
  }

  /// Writes text into a thread's column, on as many rows as it needs.
  private void cell(String thread, String text, String style) {
    var begin = columns.begin(thread);
    var isSource = !text.startsWith(" ");
    if (begin >= 0) {
      BrokenLines.of(text, columns.room(), isSource ? "    " : "     ")
          .forEach(part -> line(style, " ".repeat(begin) + part));
      return;
    }
    var name = isSource ? thread : " ".repeat(thread.length());
    var begins = Math.min(thread.length(), width / 4) + 2 * MARGIN.length();
    var indent = " ".repeat(begins + (isSource ? 4 : 5));
    BrokenLines.of(MARGIN + name + "  " + text, width, indent).forEach(part -> line(style, part));
  }

  private void line(String style, String text) {
    if (coloured && !style.isEmpty()) {
      out.append(style).append(text).append(PLAIN);
    } else {
      out.append(text);
    }
    out.append('\n');
  }
}
