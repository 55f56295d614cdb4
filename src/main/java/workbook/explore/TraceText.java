package workbook.explore;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;

/// Draws a trace: time runs down, each thread has a column, and a rule says where a thread was
/// stopped that could have gone on. A main thread that only begins and checks has no column of its
/// own: its steps take the whole width.
final class TraceText {
  private static final int AT_EITHER_END = 30;
  private static final int NARROWEST = 22;
  private static final String BOLD = "\u001b[1m";
  private static final String DIM = "\u001b[2m";
  private static final String RED = "\u001b[31m";
  private static final String YELLOW = "\u001b[33m";
  private static final String PLAIN = "\u001b[0m";

  private final Trace trace;
  private final List<String> columns;
  private final int width;
  private final int column;
  private final boolean coloured;
  private final StringBuilder out = new StringBuilder();

  TraceText(Trace trace, int width, boolean coloured) {
    this.trace = trace;
    this.coloured = coloured;
    this.width = width;
    columns = columns(trace);
    column = Math.max(NARROWEST, (width - 2) / Math.max(1, columns.size()));
    if (!trace.steps().isEmpty()) {
      header();
      body();
      out.append('\n');
    }
    footer();
  }

  @Override
  public String toString() {
    return out.toString();
  }

  private void header() {
    row(columns::get, BOLD);
    row(index -> "─".repeat(columns.get(index).length()), DIM);
  }

  private void body() {
    var steps = trace.steps();
    Trace.Step before = null;
    for (var i = 0; i < steps.size(); i++) {
      if (i == AT_EITHER_END && steps.size() > 2 * AT_EITHER_END) {
        var left = steps.size() - 2 * AT_EITHER_END;
        line(DIM, "    … %,d more steps …".formatted(left));
        i += left;
        before = null;
      }
      var repeats = repeats(steps, i);
      step(before, steps.get(i));
      if (repeats > 0) {
        cell(steps.get(i).thread(), "     … the same %,d more times".formatted(repeats), DIM);
        i += repeats;
      }
      before = steps.get(i);
    }
  }

  /// How often the step at `from` comes again at once.
  private static int repeats(List<Trace.Step> steps, int from) {
    var next = from + 1;
    while (next < steps.size() && steps.get(next).equals(steps.get(from))) {
      next++;
    }
    return next - from - 1;
  }

  private void step(Trace.Step before, Trace.Step step) {
    if (!step.preempts().isEmpty()) {
      line(YELLOW, "⇒ here %s is stopped and %s runs".formatted(step.preempts(), step.thread()));
    }
    var sameLine =
        before != null
            && step.preempts().isEmpty()
            && before.thread().equals(step.thread())
            && before.place().equals(step.place());
    if (!sameLine && step.line() > 0) {
      var source = step.source().isEmpty() ? step.place() : step.line() + "  " + step.source();
      cell(step.thread(), source, "");
    }
    cell(step.thread(), "   · " + step.says(), step.stale() > 0 ? RED : DIM);
  }

  private void footer() {
    line(BOLD, trace.ending());
    for (var fact : trace.facts()) {
      line("", "  " + fact);
    }
  }

  /// @param cell the text of a column, by its index
  private void row(IntFunction<String> cell, String style) {
    var text = new StringBuilder("  ");
    for (var i = 0; i < columns.size(); i++) {
      text.append(pad(cell.apply(i)));
    }
    line(style, text.toString().stripTrailing());
  }

  private static List<String> columns(Trace trace) {
    var doing = trace.steps().stream().map(Trace.Step::thread).toList();
    var others = trace.threads().stream().filter(name -> !isMain(name)).toList();
    var first = doing.stream().filter(others::contains).findFirst().map(doing::indexOf).orElse(0);
    var last = others.stream().mapToInt(doing::lastIndexOf).max().orElse(0);
    var mixes =
        doing.subList(first, Math.max(first, last)).stream().anyMatch(TraceText::isMain)
            || trace.steps().stream().anyMatch(TraceText::switchesWithMain);
    return others.isEmpty() || mixes ? trace.threads() : others;
  }

  private static boolean switchesWithMain(Trace.Step step) {
    return isMain(step.preempts()) || (isMain(step.thread()) && !step.preempts().isEmpty());
  }

  private static boolean isMain(String thread) {
    return thread.equals(TraceRecorder.MAIN);
  }

  /// Writes text into a thread's column, on as many rows as it needs.
  private void cell(String thread, String text, String style) {
    var at = columns.indexOf(thread);
    if (at < 0) {
      var name = text.startsWith(" ") ? " ".repeat(thread.length()) : thread;
      wrapped(name + "  " + text, width - 2).forEach(part -> line(style, "  " + part));
      return;
    }
    var indent = "  " + " ".repeat(column * at);
    for (var part : wrapped(text, column - 2)) {
      line(style, indent + part);
    }
  }

  private static List<String> wrapped(String text, int width) {
    var parts = new ArrayList<String>();
    var rest = text;
    var indent = text.startsWith("   · ") ? "     " : "    ";
    while (rest.length() > width) {
      var cut = rest.lastIndexOf(' ', width);
      if (cut <= indent.length()) {
        cut = width;
      }
      parts.add(rest.substring(0, cut));
      rest = indent + rest.substring(cut).strip();
    }
    parts.add(rest);
    return parts;
  }

  private String pad(String text) {
    return text.length() >= column ? text + " " : text + " ".repeat(column - text.length());
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
