package workbook.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import workbook.Lesson;
import workbook.Sentences;
import workbook.io.AtomicFile;
import workbook.io.IoErrors;
import workbook.notebook.Notebook;
import workbook.notebook.NotebookDirectory;
import workbook.tui.Console;
import workbook.tui.InterruptSignal;
import workbook.tui.TerminalState;
import workbook.usecase.Book;
import workbook.usecase.CommandException;
import workbook.usecase.EnvironmentCheck;
import workbook.usecase.ExitCode;

/// `jshell [LESSON]`: the JDK's own JShell, with the book on its class path.
final class JshellCommand implements Command {
  private final Book book;
  private final Path home;
  private final Console console;

  /// @param home the folder that holds `notebooks/` and `.workbook/`
  JshellCommand(Book book, Path home, Console console) {
    this.book = book;
    this.home = home;
    this.console = console;
  }

  @Override
  public String name() {
    return "jshell";
  }

  @Override
  public String summary() {
    return "an open JShell with a lesson's classes, to try things";
  }

  @Override
  public Usage usage(List<String> args) {
    return new Usage(
            "jshell [LESSON]",
            "Opens the JDK's JShell with the book on its class path. With LESSON, its classes and"
                + " everything its notebooks import are imported already, and the preview features"
                + " that they use can be used. /exit ends it.")
        .example("jshell races");
  }

  @Override
  public int run(List<String> args) throws CommandException {
    var words = usage(args).parse(args, 0, 1).getArgList();
    var lesson =
        words.isEmpty() ? Optional.<Lesson>empty() : Optional.of(book.lesson(words.getFirst()));
    var command = new ArrayList<String>();
    command.add(jshell().toString());
    command.addAll(List.of("--class-path", System.getProperty("java.class.path")));
    command.addAll(List.of("--startup", "DEFAULT"));
    if (lesson.isPresent()) {
      var notebooks = notebooks(lesson.get());
      if (notebooks.stream().anyMatch(notebook -> notebook.preview().isPresent())) {
        command.add("--enable-preview");
      }
      command.addAll(List.of("--startup", startup(lesson.get(), notebooks).toString()));
    }
    try {
      return await(new ProcessBuilder(command).inheritIO()) == 0 ? ExitCode.DONE : ExitCode.FAILED;
    } catch (IOException doesNotStart) {
      throw CommandException.environment(
          "JShell could not be started: %s.".formatted(IoErrors.of(doesNotStart)));
    }
  }

  private static Path jshell() throws CommandException {
    return EnvironmentCheck.jshellProgram()
        .orElseThrow(
            () ->
                CommandException.environment(
                    "This Java comes without jshell. Use a full JDK, not a trimmed runtime."));
  }

  /// The lesson's imports as a file, because JShell takes no others. It is always the same, so
  /// nothing piles up, whatever becomes of this process. Where the book cannot be written, it is a
  /// temporary file.
  private Path startup(Lesson lesson, List<Notebook> notebooks) throws CommandException {
    var file = home.toAbsolutePath().resolve(".workbook").resolve(lesson.name() + ".jsh");
    try {
      var text = imports(lesson, notebooks);
      try {
        Files.createDirectories(file.getParent());
        var draft = file.resolveSibling(file.getFileName() + "-" + ProcessHandle.current().pid());
        AtomicFile.replace(file, draft, text);
        return file;
      } catch (IOException readOnly) {
        var temporary = Files.createTempFile("workbook-" + lesson.name(), ".jsh");
        temporary.toFile().deleteOnExit();
        return Files.writeString(temporary, text);
      }
    } catch (IOException failure) {
      throw CommandException.environment(
          "The imports of %s could not be prepared: %s. Try jshell without a lesson."
              .formatted(lesson.name(), IoErrors.of(failure)));
    }
  }

  private static String imports(Lesson lesson, List<Notebook> notebooks) {
    var experiments = lesson.experiments().stream().map(each -> each.getClass().getPackageName());
    var packages =
        Stream.concat(Stream.of(lesson.room()), experiments).map(name -> "import " + name + ".*;");
    var others =
        notebooks.stream()
            .flatMap(notebook -> notebook.steps().stream())
            .flatMap(step -> step.source().lines())
            .filter(line -> line.startsWith("import "));
    return String.join("\n", Stream.concat(packages, others).distinct().toList()) + "\n";
  }

  /// The lesson's notebooks that this Java can run. Complains of those that can't be read.
  private List<Notebook> notebooks(Lesson lesson) throws CommandException {
    var found = new ArrayList<Notebook>();
    try {
      var directory = new NotebookDirectory(home.resolve("notebooks"));
      for (var file : directory.about(lesson.number())) {
        try {
          found.add(Notebook.read(file));
        } catch (Notebook.Malformed broken) {
          console.complain(
              "The notebook's imports are left out: " + Sentences.end(broken.getMessage()));
        }
      }
    } catch (IOException failure) {
      throw CommandException.environment(
          "The notebooks of %s cannot be read: %s. Try jshell without a lesson."
              .formatted(lesson.name(), IoErrors.of(failure)));
    }
    found.removeIf(notebook -> notebook.missing().isPresent());
    return found;
  }

  /// Ctrl-C is JShell's to answer: it reaches this process too, and must not end it before JShell.
  /// Any other signal that ends this process ends JShell.
  private int await(ProcessBuilder jshell) throws IOException {
    try (var _ = InterruptSignal.ignored();
        var _ = new TerminalState()) {
      var process = jshell.start();
      Runtime.getRuntime().addShutdownHook(new Thread(process::destroy));
      return process.waitFor();
    } catch (InterruptedException leaving) {
      Thread.currentThread().interrupt();
      return ExitCode.FAILED;
    }
  }
}
