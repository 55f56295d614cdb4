package workbook.cli;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import workbook.Parameter;
import workbook.io.Invocation;
import workbook.notebook.Notebook;
import workbook.notebook.NotebookDirectory;
import workbook.tui.Console;
import workbook.tui.Glyphs;
import workbook.tui.NotebookPlayer;
import workbook.usecase.CommandException;
import workbook.usecase.ExitCode;
import workbook.usecase.PresentNotebook;
import workbook.usecase.Suggestions;

/// `notebook`: the lessons as scripts that an instructor presents.
final class NotebookCommand implements Command {
  private static final List<String> ACTIONS = List.of("list", "play", "check", "export");
  private static final String EXPORT = "export";
  private static final Parameter.Count LIMIT = new Parameter.Count("limit", 60, 1, 3600, "s");

  private final PresentNotebook notebooks;
  private final Console console;

  /// @param home the folder that holds `notebooks/`
  NotebookCommand(Path home, Console console) {
    this.notebooks = new PresentNotebook(home);
    this.console = console;
  }

  @Override
  public String name() {
    return "notebook";
  }

  @Override
  public String summary() {
    return "the lessons live, cell by cell: list, play, check, export";
  }

  @Override
  public Usage usage(List<String> args) {
    return new Usage(
            "notebook [ACTION [NOTEBOOK]]",
            "Without an action, or with list, shows the notebooks. play presents one cell by cell:"
                + " Enter runs the next; Ctrl-C stops a cell that hangs. check runs one, or all,"
                + " and shows where the output is not what the notebook says. export runs one and"
                + " writes it with its output as ipynb for Jupyter, md or html, or without output"
                + " as java for Jupytext. NOTEBOOK is its number or its name, for example 3 or"
                + " races, or a file of your own. A notebook with preview features of another Java"
                + " is skipped.")
        .option(
            "limit",
            "SECONDS",
            "with check and export: the time limit for one step [60, " + LIMIT.range() + "]")
        .option("to", "FORMATS", "with export: ipynb, md, html, java; several with commas")
        .option("out", "DIR", "with export: the folder for the files; default: where you are")
        .flag("force", "with export: replace files that exist")
        .example("notebook play 3")
        .example("notebook export 3 --to=ipynb,html")
        .example("notebook check");
  }

  @Override
  public int run(List<String> args) throws CommandException {
    var line = usage(args).parse(args, 0, 2);
    var words = line.getArgList();
    var action = words.isEmpty() ? "list" : words.getFirst();
    var which = words.stream().skip(1).findFirst();
    if (line.hasOption("limit") && !List.of("check", EXPORT).contains(action)) {
      throw CommandException.usage(
          "--limit works only with %s.".formatted(Invocation.of("notebook check")));
    }
    for (var option : List.of("to", "out", "force")) {
      if (line.hasOption(option) && !action.equals(EXPORT)) {
        throw CommandException.usage(
            "--%s works only with %s."
                .formatted(option, Invocation.of("notebook export NOTEBOOK")));
      }
    }
    return switch (action) {
      case "list" -> list(which);
      case "play" -> play(which);
      case "check" -> check(which, limit(line.getOptionValue("limit", LIMIT.fallback())));
      case EXPORT ->
          new NotebookExport(notebooks, console)
              .export(
                  notebooks.find(which.orElseThrow(() -> noNotebook(EXPORT))),
                  line,
                  limit(line.getOptionValue("limit", LIMIT.fallback())));
      default -> throw unknown(action);
    };
  }

  private CommandException unknown(String action) throws CommandException {
    var fallback = Invocation.of("notebook --help lists them.");
    return notebooks.lookUp(action).isPresent()
        ? CommandException.usage(
            "Say what to do with it, for example: %s."
                .formatted(Invocation.of("notebook play " + Invocation.quoted(action))))
        : CommandException.usage(
            "There is no action '%s'. %s"
                .formatted(action, Suggestions.offer(action, ACTIONS, fallback)));
  }

  private static CommandException noNotebook(String action) {
    return CommandException.usage(
        "Say which notebook: %s.".formatted(Invocation.of("notebook " + action + " NOTEBOOK")));
  }

  private static Duration limit(String typed) throws CommandException {
    try {
      return Duration.ofSeconds(Integer.parseInt(LIMIT.parse(typed)));
    } catch (IllegalArgumentException outOfRange) {
      throw CommandException.usage(outOfRange.getMessage());
    }
  }

  private int list(Optional<String> which) throws CommandException {
    if (which.isPresent()) {
      throw CommandException.usage(
          "Unexpected argument '%s'. Usage: %s."
              .formatted(which.get(), Invocation.of("notebook list")));
    }
    for (var file : notebooks.files()) {
      console.print(row(file));
    }
    return ExitCode.DONE;
  }

  private String row(Path file) throws CommandException {
    var name = NotebookDirectory.name(file);
    try {
      var notebook = notebooks.read(file);
      var cells = notebook.cells().size();
      return "  %-16s %-16s %3d cells\n".formatted(name, notebook.title(), cells);
    } catch (Notebook.Malformed broken) {
      return "  %-16s broken: %s\n".formatted(name, broken.getMessage());
    }
  }

  private int play(Optional<String> which) throws CommandException {
    var file = notebooks.find(which.orElseThrow(() -> noNotebook("play")));
    var notebook = notebooks.open(file);
    var player = new NotebookPlayer(notebook.title(), notebook.slides(), console, console.rows());
    try (var presentation = notebooks.present(notebook, player)) {
      player.present(presentation);
    }
    return ExitCode.DONE;
  }

  private int check(Optional<String> which, Duration limit) throws CommandException {
    var chosen = which.isPresent() ? List.of(notebooks.find(which.get())) : notebooks.files();
    var good = true;
    for (var file : chosen) {
      good &= isGood(file, limit);
    }
    return good ? ExitCode.DONE : ExitCode.FAILED;
  }

  /// Says what was found, and returns whether all is well.
  private boolean isGood(Path file, Duration limit) throws CommandException {
    var start = System.nanoTime();
    var name = NotebookDirectory.name(file);
    try {
      var missing = notebooks.read(file).missing();
      if (missing.isPresent()) {
        console.print("- %-16s skipped. %s\n".formatted(name, missing.get()));
        return true;
      }
      var found = notebooks.check(file, limit);
      var seconds = (System.nanoTime() - start) / 1e9;
      var mark = found.faults().isEmpty() ? Glyphs.of(console.unicode()).done() : " ";
      console.print(
          "%s %-16s %2d of %2d expectations held  %5.1f s\n"
              .formatted(mark, name, found.held(), found.expectations(), seconds));
      found.faults().forEach(error -> console.print(indented(error.toString())));
      return found.faults().isEmpty();
    } catch (Notebook.Malformed broken) {
      console.print("  %-16s broken\n%s".formatted(name, indented(broken.getMessage())));
      return false;
    } catch (InterruptedException ended) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private static String indented(String text) {
    return text.indent(4);
  }
}
