package workbook.cli;

import java.nio.file.Path;
import java.util.List;
import workbook.Lesson;
import workbook.grade.Grader;
import workbook.grade.WorkerGrader;
import workbook.io.Invocation;
import workbook.progress.ProgressLog;
import workbook.tui.Console;
import workbook.usecase.Book;
import workbook.usecase.CommandException;
import workbook.usecase.ExitCode;
import workbook.usecase.Suggestions;
import workbook.view.Columns;

/// The whole program as one call: the table of commands, and what happens when one is not carried
/// out.
public final class App {
  private final Console console;
  private final List<Command> commands;

  /// @param lessons the book
  /// @param home the folder whose `.workbook/` keeps the progress
  public App(List<Lesson> lessons, Path home, Console console) {
    this(lessons, home, console, WorkerGrader.factory());
  }

  /// @param graders finds who grades files
  App(List<Lesson> lessons, Path home, Console console, Grader.Factory graders) {
    this.console = console;
    var book = new Book(lessons);
    var log = new ProgressLog(home, console::complain);
    this.commands =
        List.of(
            new ListCommand(book, log, console),
            new ShowCommand(book, log, console),
            new SearchCommand(book, console),
            new GlossaryCommand(console),
            new RunCommand(book, log, console),
            new ExploreCommand(book, log, console),
            new PlayCommand(book, home, console),
            new ExerciseCommand(book, home, log, console),
            new HintCommand(book, home, log, console),
            new CheckCommand(book, home, graders, log, console),
            new WatchCommand(book, home, graders, log, console),
            new GradeCommand(book, home, graders, console),
            new AutograderCommand(book, console),
            new WorkerCommand(book, home, graders, console),
            new EditionCommand(book, home, console),
            new NewCommand(book, home, console),
            new BookCommand(book, home, graders, console),
            new ProgressCommand(book, log, console),
            new OpenCommand(book, home, graders, log, console),
            new ReviewCommand(book, home, console),
            new NotebookCommand(home, console),
            new JshellCommand(book, home, console),
            new DoctorCommand(book, home, console),
            new MenuCommand(book, home, graders, console));
  }

  /// Does what the arguments say. Without arguments it opens the menu. Blocks until it is done.
  ///
  /// @return the exit code, see [ExitCode]
  public int run(String... args) {
    var code = obey(List.of(args));
    var trouble = console.outputTrouble();
    trouble.ifPresent(why -> console.complain("The output could not be written: " + why + "."));
    return trouble.isPresent() ? ExitCode.ENVIRONMENT : code;
  }

  private int obey(List<String> args) {
    try {
      var word = args.isEmpty() ? "menu" : args.getFirst();
      var rest = args.isEmpty() ? args : args.subList(1, args.size());
      if (List.of("help", "--help", "-h").contains(word)) {
        return help(rest);
      }
      var command = command(word);
      if (rest.contains("--help") || rest.contains("-h")) {
        console.print(command.usage(rest).text());
        return ExitCode.DONE;
      }
      return command.run(rest);
    } catch (CommandException refused) {
      console.complain(refused.getMessage());
      return refused.code();
    }
  }

  private Command command(String word) throws CommandException {
    for (var command : commands) {
      if (command.name().equals(word)) {
        return command;
      }
    }
    if (word.matches("--book(=.*)?")) {
      throw CommandException.usage(
          "--book=DIR comes right behind target/workbook, and not on Windows yet: target/workbook"
              + " --book=DIR list.");
    }
    var names = commands.stream().map(Command::name).toList();
    throw CommandException.usage(
        "There is no %s '%s'. %s"
            .formatted(
                word.startsWith("-") ? "option" : "command",
                word,
                Suggestions.offer(word, names, Invocation.of("help lists them."))));
  }

  private int help(List<String> about) throws CommandException {
    if (!about.isEmpty()) {
      console.print(command(about.getFirst()).usage(about.subList(1, about.size())).text());
      return ExitCode.DONE;
    }
    var text = new StringBuilder();
    text.append("Usage: ").append(Invocation.of("[COMMAND]\n"));
    text.append(
        """

        Without a command it opens the menu.

        Commands
        """);
    for (var command : commands) {
      text.append(Columns.row(command.name(), command.summary())).append('\n');
    }
    text.append(
        """
          help [COMMAND]          this text, or the help of one command
        """);
    console.print(text.toString());
    return ExitCode.DONE;
  }
}
