package workbook.cli;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import workbook.Parameter;
import workbook.io.IoErrors;
import workbook.notebook.Notebook;
import workbook.notebook.NotebookChecker;
import workbook.notebook.NotebookDirectory;
import workbook.notebook.Presentation;
import workbook.tui.Console;
import workbook.tui.Glyphs;
import workbook.tui.NotebookPlayer;
import workbook.usecase.CommandException;
import workbook.usecase.ExitCode;
import workbook.usecase.Suggestions;
import workbook.view.Sentences;

/// `notebook`: the lessons as scripts that an instructor presents.
final class NotebookCommand implements Command {
  private static final List<String> ACTIONS = List.of("list", "play", "check");
  private static final Parameter.Count LIMIT = new Parameter.Count("limit", 60, 1, 3600, "s");

  private final NotebookDirectory directory;
  private final Console console;

  /// @param home the folder that holds `notebooks/`
  NotebookCommand(Path home, Console console) {
    this.directory = new NotebookDirectory(home.resolve("notebooks"));
    this.console = console;
  }

  @Override
  public String name() {
    return "notebook";
  }

  @Override
  public String summary() {
    return "the lessons live, cell by cell: list, play, check";
  }

  @Override
  public Usage usage(List<String> args) {
    return new Usage(
            "notebook [ACTION [NOTEBOOK]]",
            "Without an action, or with list, shows the notebooks. play presents one cell by cell:"
                + " Enter runs the next; Ctrl-C stops a cell that hangs. check runs one, or all,"
                + " and says where it does not print what it says. NOTEBOOK is its number or its"
                + " name, for example 3 or races.")
        .option("limit", "SECONDS", "with check: the time for one step [60, " + LIMIT.range() + "]")
        .example("notebook play 3")
        .example("notebook check");
  }

  @Override
  public int run(List<String> args) throws CommandException {
    var line = usage(args).parse(args, 0, 2);
    var words = line.getArgList();
    var action = words.isEmpty() ? "list" : words.getFirst();
    var which = words.stream().skip(1).findFirst();
    if (line.hasOption("limit") && !action.equals("check")) {
      throw CommandException.usage("--limit belongs to workbook notebook check.");
    }
    return switch (action) {
      case "list" -> list(which);
      case "play" -> play(which);
      case "check" -> check(which, limit(line.getOptionValue("limit", LIMIT.fallback())));
      default -> throw unknown(action);
    };
  }

  private CommandException unknown(String action) throws CommandException {
    var fallback = "workbook notebook --help lists them.";
    return shelfFind(action).isPresent()
        ? CommandException.usage(
            "Say what to do with it, for example: workbook notebook play %s.".formatted(action))
        : CommandException.usage(
            "There is no action '%s'. %s"
                .formatted(action, Suggestions.offer(action, ACTIONS, fallback)));
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
          "'%s' is too much. The command is: workbook notebook list.".formatted(which.get()));
    }
    for (var file : files()) {
      console.print(row(file));
    }
    return ExitCode.DONE;
  }

  private String row(Path file) throws CommandException {
    var name = NotebookDirectory.name(file);
    try {
      var notebook = read(file);
      var cells = notebook.cells().size();
      return "  %-16s %-16s %3d cells\n".formatted(name, notebook.title(), cells);
    } catch (Notebook.Malformed broken) {
      return "  %-16s broken: %s\n".formatted(name, broken.getMessage());
    }
  }

  private int play(Optional<String> which) throws CommandException {
    if (which.isEmpty()) {
      throw CommandException.usage("Say which notebook: workbook notebook play NOTEBOOK.");
    }
    var notebook = whole(find(which.get()));
    requireJShell();
    var player = new NotebookPlayer(notebook.title(), notebook.slides(), console);
    try (var presentation = new Presentation(notebook, classPath(), player)) {
      player.present(presentation);
    }
    return ExitCode.DONE;
  }

  private int check(Optional<String> which, Duration limit) throws CommandException {
    var chosen = which.isPresent() ? List.of(find(which.get())) : files();
    requireJShell();
    var good = true;
    for (var file : chosen) {
      good &= check(file, new NotebookChecker(classPath(), limit));
    }
    return good ? ExitCode.DONE : ExitCode.FAILED;
  }

  /// Says what was found, and returns whether all is well.
  private boolean check(Path file, NotebookChecker checker) throws CommandException {
    var start = System.nanoTime();
    try {
      var found = checker.of(read(file));
      var seconds = (System.nanoTime() - start) / 1e9;
      var mark = found.faults().isEmpty() ? Glyphs.of(console.unicode()).done() : " ";
      console.print(
          "%s %-16s %2d of %2d expectations held  %5.1f s\n"
              .formatted(
                  mark, NotebookDirectory.name(file), found.held(), found.expectations(), seconds));
      found.faults().forEach(error -> console.print(indented(error.toString())));
      return found.faults().isEmpty();
    } catch (Notebook.Malformed broken) {
      console.print(
          "  %-16s broken\n%s"
              .formatted(NotebookDirectory.name(file), indented(broken.getMessage())));
      return false;
    } catch (IOException doesNotStart) {
      throw CommandException.environment(Sentences.of(doesNotStart.getMessage()));
    } catch (InterruptedException ended) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private static String indented(String text) {
    return text.indent(4);
  }

  private List<Path> files() throws CommandException {
    try {
      var files = directory.files();
      if (files.isEmpty()) {
        throw CommandException.usage("There is no notebook in %s.".formatted(directory.folder()));
      }
      return files;
    } catch (IOException unreadable) {
      throw unreadable(directory.folder(), unreadable);
    }
  }

  private Path find(String typed) throws CommandException {
    var names =
        files().stream()
            .map(file -> NotebookDirectory.name(file).replaceFirst("^\\d+_", ""))
            .toList();
    return shelfFind(typed)
        .orElseThrow(
            () ->
                CommandException.usage(
                    "There is no notebook '%s'. %s"
                        .formatted(
                            typed,
                            Suggestions.offer(
                                typed, names, "workbook notebook list shows them."))));
  }

  private Optional<Path> shelfFind(String typed) throws CommandException {
    try {
      return directory.find(typed);
    } catch (IOException unreadable) {
      throw unreadable(directory.folder(), unreadable);
    }
  }

  private static Notebook whole(Path file) throws CommandException {
    try {
      return read(file);
    } catch (Notebook.Malformed broken) {
      throw CommandException.usage(
          "Mend the notebook first: %s".formatted(Sentences.end(broken.getMessage())));
    }
  }

  private static Notebook read(Path file) throws CommandException, Notebook.Malformed {
    try {
      return Notebook.read(file);
    } catch (CharacterCodingException notText) {
      throw CommandException.usage("%s is not UTF-8 text.".formatted(file));
    } catch (IOException unreadable) {
      throw unreadable(file, unreadable);
    }
  }

  private static CommandException unreadable(Path file, IOException why) {
    return CommandException.environment("%s cannot be read: %s.".formatted(file, IoErrors.of(why)));
  }

  private static void requireJShell() throws CommandException {
    if (ModuleLayer.boot().findModule("jdk.jshell").isEmpty()) {
      throw CommandException.environment(
          "This Java has no JShell, which runs the notebooks. Use a full JDK, not a trimmed"
              + " runtime.");
    }
  }

  private static String classPath() {
    return System.getProperty("java.class.path");
  }
}
