package workbook.app;

import java.nio.file.Path;
import java.util.List;
import workbook.Lesson;

/// The whole program as one call: the table of commands, and what happens when one is not carried
/// out.
public final class App {
  private final Console console;
  private final List<Command> commands;

  /// @param lessons the book
  /// @param home the folder whose `.workbook/` keeps the progress
  public App(List<Lesson> lessons, Path home, Console console) {
    this(lessons, home, console, Judge::grading);
  }

  /// @param court finds who grades files
  App(List<Lesson> lessons, Path home, Console console, Judge.Court court) {
    this.console = console;
    var book = new Book(lessons);
    var diary = new Diary(home, console::complain);
    this.commands =
        List.of(
            new ListCommand(book, diary, console),
            new ShowCommand(book, diary, console),
            new RunCommand(book, diary, console),
            new ExploreCommand(book, diary, console),
            new PlayCommand(book, home, console),
            new ExerciseCommand(book, home, diary, console),
            new HintCommand(book, home, diary, console),
            new CheckCommand(book, home, court, diary, console),
            new WatchCommand(book, home, court, diary, console),
            new ProgressCommand(book, diary, console),
            new NotebookCommand(home, console),
            new JshellCommand(book, home, console),
            new DoctorCommand(book, home, console),
            new MenuCommand(book, home, court, console));
  }

  /// Does what the arguments say. Without arguments it opens the menu. Blocks until it is done.
  ///
  /// @return the exit code, see [Exit]
  public int run(String... args) {
    var code = obey(List.of(args));
    var trouble = console.outputTrouble();
    trouble.ifPresent(why -> console.complain("The output could not be written: " + why + "."));
    return trouble.isPresent() ? Exit.ENVIRONMENT : code;
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
        return Exit.DONE;
      }
      return command.run(rest);
    } catch (Refusal refusal) {
      console.complain(refusal.getMessage());
      return refusal.code();
    }
  }

  private Command command(String word) throws Refusal {
    for (var command : commands) {
      if (command.name().equals(word)) {
        return command;
      }
    }
    var names = commands.stream().map(Command::name).toList();
    throw Refusal.usage(
        "There is no %s '%s'. %s"
            .formatted(
                word.startsWith("-") ? "option" : "command",
                word,
                Nearest.offer(word, names, "workbook help lists them.")));
  }

  private int help(List<String> about) throws Refusal {
    if (!about.isEmpty()) {
      console.print(command(about.getFirst()).usage(about.subList(1, about.size())).text());
      return Exit.DONE;
    }
    var text = new StringBuilder();
    text.append(
        """
        Usage: workbook [COMMAND]

        Without a command it opens the menu.

        Commands
        """);
    for (var command : commands) {
      text.append(Columns.row(command.name(), command.says())).append('\n');
    }
    text.append(
        """
          help [COMMAND]          this text, or how a command is called
        """);
    console.print(text.toString());
    return Exit.DONE;
  }
}
