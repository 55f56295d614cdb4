package workbook.report;

import workbook.explore.Trace;
import workbook.explore.TraceLine;

/// A failing run as a table: time runs down, each step says whose it is.
final class TraceTable {
  private static final String ALL_COLUMNS = "3";
  private static final int MOST_INDENTED = 3;

  private final Trace trace;
  private final Html html;

  private TraceTable(Trace trace, Html html) {
    this.trace = trace;
    this.html = html;
  }

  static void write(Trace trace, Html html) {
    new TraceTable(trace, html).write();
  }

  private void write() {
    html.openTable(
        "The failing run, step by step. Time runs down.", "#Step", "Thread", "What happens");
    for (var line : trace.lines()) {
      switch (line) {
        case TraceLine.Told(var number, var step) -> {
          turn(step);
          step(number, step);
        }
        case TraceLine.LeftOut(var steps) ->
            across("more", "… %,d more %s …".formatted(steps, steps == 1 ? "step" : "steps"));
        case TraceLine.Again(var times) ->
            across(
                "more",
                times == 1 ? "… the same once more" : "… the same %,d more times".formatted(times));
      }
    }
    html.closeTable();
  }

  private void turn(Trace.Step step) {
    if (!step.preempts().isEmpty()) {
      across("turn", "⇒ Here %s is stopped and %s runs".formatted(step.preempts(), step.thread()));
    } else if (!step.follows().isEmpty()) {
      across("turn", "→ %s, and %s runs next".formatted(step.follows(), step.thread()));
    }
  }

  private void across(String kind, String words) {
    html.open("tr", "class", kind);
    html.leaf("th", words, "colspan", ALL_COLUMNS, "scope", "row").close();
  }

  private void step(int number, Trace.Step step) {
    var indent = Math.min(MOST_INDENTED, Math.max(0, trace.threads().indexOf(step.thread())));
    html.open("tr").leaf("td", String.valueOf(number), "class", "count");
    html.leaf("td", step.thread(), "class", "thread");
    html.open("td", "class", "t" + indent);
    if (!step.source().isEmpty()) {
      html.leaf("code", step.source(), "translate", "no");
      html.open("small").text(" " + step.place()).close().lineBreak();
    }
    html.text(step.says()).close().close();
  }
}
