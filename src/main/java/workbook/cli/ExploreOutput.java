package workbook.cli;

import java.nio.file.Files;
import java.util.Locale;
import workbook.explore.Trace;
import workbook.explore.Verdict;
import workbook.json.ExplorationJson;
import workbook.json.TraceJson;
import workbook.tui.Console;
import workbook.usecase.CommandException;
import workbook.view.Page;

/// Where the findings of one `explore` go: a report, or JSON in its place, and the files that were
/// asked for.
final class ExploreOutput {
  private final Console console;
  private final ExploreOptions options;
  private final ExplorationJson json;

  ExploreOutput(Console console, ExploreOptions options) {
    this.console = console;
    this.options = options;
    this.json = new ExplorationJson(options.budget().preemptions());
  }

  Page page() {
    return console.page();
  }

  /// Prints a report, unless JSON is wanted in its place.
  void report(String text) {
    if (!options.json().instead()) {
      console.print(text);
    }
  }

  /// What was found out, to be told as JSON in the end.
  ExplorationJson json() {
    return json;
  }

  /// Writes the trace to the file that was asked for. If no schedule failed, it says so.
  void trace(Verdict verdict) throws CommandException {
    if (verdict instanceof Verdict.Fails fails) {
      trace(fails.trace());
    } else {
      noTrace();
    }
  }

  /// Likewise, for the trace of one run.
  void trace(Trace trace) throws CommandException {
    if (options.trace().isEmpty()) {
      return;
    }
    var file = options.trace().get();
    var asJson = file.path().toString().toLowerCase(Locale.ROOT).endsWith(".json");
    file.write(
        draft -> Files.writeString(draft, asJson ? TraceJson.write(trace) : trace.toString()));
    report("Wrote " + file.path() + "\n");
  }

  void noTrace() {
    if (options.trace().isPresent()) {
      console.complain("No schedule failed, so there is no trace to write.");
    }
  }

  /// Prints or writes the JSON, if it is wanted.
  void end() throws CommandException {
    if (options.json().instead()) {
      console.print(json.toString());
    }
    if (options.json().file().isPresent()) {
      var file = options.json().file().get();
      file.write(draft -> Files.writeString(draft, json.toString()));
      report("Wrote " + file.path() + "\n");
    }
  }
}
