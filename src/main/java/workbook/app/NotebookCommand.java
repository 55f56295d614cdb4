package workbook.app;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import workbook.Parameter;
import workbook.notebook.Check;
import workbook.notebook.Notebook;
import workbook.notebook.Presentation;
import workbook.notebook.Shelf;

/// `notebook`: the lessons as scripts that an instructor presents.
final class NotebookCommand implements Command {
  private static final List<String> ACTIONS = List.of("list", "play", "check");
  private static final Parameter.Count LIMIT = new Parameter.Count("limit", 60, 1, 3600, "s");

  private final Shelf shelf;
  private final Console console;

  /// @param home the folder that holds `notebooks/`
  NotebookCommand(Path home, Console console) {
    this.shelf = new Shelf(home.resolve("notebooks"));
    this.console = console;
  }

  @Override
  public String name() {
    return "notebook";
  }

  @Override
  public String says() {
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
  public int run(List<String> args) throws Refusal {
    var line = usage(args).parse(args, 0, 2);
    var words = line.getArgList();
    var action = words.isEmpty() ? "list" : words.getFirst();
    var which = words.stream().skip(1).findFirst();
    if (line.hasOption("limit") && !action.equals("check")) {
      throw Refusal.usage("--limit belongs to workbook notebook check.");
    }
    return switch (action) {
      case "list" -> list(which);
      case "play" -> play(which);
      case "check" -> check(which, limit(line.getOptionValue("limit", LIMIT.fallback())));
      default -> throw unknown(action);
    };
  }

  private Refusal unknown(String action) throws Refusal {
    var fallback = "workbook notebook --help lists them.";
    return shelfFind(action).isPresent()
        ? Refusal.usage(
            "Say what to do with it, for example: workbook notebook play %s.".formatted(action))
        : Refusal.usage(
            "There is no action '%s'. %s"
                .formatted(action, Nearest.offer(action, ACTIONS, fallback)));
  }

  private static Duration limit(String typed) throws Refusal {
    try {
      return Duration.ofSeconds(Integer.parseInt(LIMIT.parse(typed)));
    } catch (IllegalArgumentException outOfRange) {
      throw Refusal.usage(outOfRange.getMessage());
    }
  }

  private int list(Optional<String> which) throws Refusal {
    if (which.isPresent()) {
      throw Refusal.usage(
          "'%s' is too much. The command is: workbook notebook list.".formatted(which.get()));
    }
    for (var file : files()) {
      console.print(row(file));
    }
    return Exit.DONE;
  }

  private String row(Path file) throws Refusal {
    var name = Shelf.name(file);
    try {
      var notebook = read(file);
      var cells = notebook.cells().size();
      return "  %-16s %-16s %3d cells\n".formatted(name, notebook.title(), cells);
    } catch (Notebook.Malformed broken) {
      return "  %-16s broken: %s\n".formatted(name, broken.getMessage());
    }
  }

  private int play(Optional<String> which) throws Refusal {
    if (which.isEmpty()) {
      throw Refusal.usage("Say which notebook: workbook notebook play NOTEBOOK.");
    }
    var notebook = whole(find(which.get()));
    requireJShell();
    var lecture = new Lecture(notebook.title(), notebook.slides(), console);
    try (var presentation = new Presentation(notebook, classPath(), lecture)) {
      lecture.give(presentation);
    }
    return Exit.DONE;
  }

  private int check(Optional<String> which, Duration limit) throws Refusal {
    var chosen = which.isPresent() ? List.of(find(which.get())) : files();
    requireJShell();
    var good = true;
    for (var file : chosen) {
      good &= check(file, new Check(classPath(), limit));
    }
    return good ? Exit.DONE : Exit.FAILED;
  }

  /// Says what was found, and returns whether all is well.
  private boolean check(Path file, Check check) throws Refusal {
    var start = System.nanoTime();
    try {
      var found = check.of(read(file));
      var seconds = (System.nanoTime() - start) / 1e9;
      var mark = found.faults().isEmpty() ? Signs.of(console.unicode()).done() : " ";
      console.print(
          "%s %-16s %2d of %2d expectations held  %5.1f s\n"
              .formatted(mark, Shelf.name(file), found.held(), found.expectations(), seconds));
      found.faults().forEach(fault -> console.print(indented(fault.toString())));
      return found.faults().isEmpty();
    } catch (Notebook.Malformed broken) {
      console.print(
          "  %-16s broken\n%s".formatted(Shelf.name(file), indented(broken.getMessage())));
      return false;
    } catch (IOException doesNotStart) {
      throw Refusal.environment(Sentence.of(doesNotStart.getMessage()));
    } catch (InterruptedException ended) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private static String indented(String text) {
    return text.indent(4);
  }

  private List<Path> files() throws Refusal {
    try {
      var files = shelf.files();
      if (files.isEmpty()) {
        throw Refusal.usage("There is no notebook in %s.".formatted(shelf.folder()));
      }
      return files;
    } catch (IOException unreadable) {
      throw unreadable(shelf.folder(), unreadable);
    }
  }

  private Path find(String typed) throws Refusal {
    var names = files().stream().map(file -> Shelf.name(file).replaceFirst("^\\d+_", "")).toList();
    return shelfFind(typed)
        .orElseThrow(
            () ->
                Refusal.usage(
                    "There is no notebook '%s'. %s"
                        .formatted(
                            typed,
                            Nearest.offer(typed, names, "workbook notebook list shows them."))));
  }

  private Optional<Path> shelfFind(String typed) throws Refusal {
    try {
      return shelf.find(typed);
    } catch (IOException unreadable) {
      throw unreadable(shelf.folder(), unreadable);
    }
  }

  private static Notebook whole(Path file) throws Refusal {
    try {
      return read(file);
    } catch (Notebook.Malformed broken) {
      throw Refusal.usage(
          "Mend the notebook first: %s".formatted(Sentence.end(broken.getMessage())));
    }
  }

  private static Notebook read(Path file) throws Refusal, Notebook.Malformed {
    try {
      return Notebook.read(file);
    } catch (CharacterCodingException notText) {
      throw Refusal.usage("%s is not UTF-8 text.".formatted(file));
    } catch (IOException unreadable) {
      throw unreadable(file, unreadable);
    }
  }

  private static Refusal unreadable(Path file, IOException why) {
    return Refusal.environment("%s cannot be read: %s.".formatted(file, Reason.of(why)));
  }

  private static void requireJShell() throws Refusal {
    if (ModuleLayer.boot().findModule("jdk.jshell").isEmpty()) {
      throw Refusal.environment(
          "This Java has no JShell, which runs the notebooks. Use a full JDK, not a trimmed"
              + " runtime.");
    }
  }

  private static String classPath() {
    return System.getProperty("java.class.path");
  }
}
