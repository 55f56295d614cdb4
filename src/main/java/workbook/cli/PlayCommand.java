package workbook.cli;

import java.nio.file.Path;
import java.util.List;
import workbook.progress.ProgressLog;
import workbook.tui.Console;
import workbook.tui.PlayScreen;
import workbook.tui.Ui;
import workbook.usecase.Book;
import workbook.usecase.CommandException;
import workbook.usecase.ExitCode;
import workbook.usecase.PlayScenario;

/// `play SCENARIO`: the person decides which thread goes on.
final class PlayCommand implements Command {
  private final Book book;
  private final Path home;
  private final Console console;

  PlayCommand(Book book, Path home, Console console) {
    this.book = book;
    this.home = home;
    this.console = console;
  }

  @Override
  public String name() {
    return "play";
  }

  @Override
  public String summary() {
    return "you choose which thread goes on, and try to break the code";
  }

  @Override
  public Usage usage(List<String> args) {
    return new Usage(
            "play SCENARIO",
            "You are the scheduler: at every step you choose which thread goes on. Break the code,"
                + " or find out that no schedule can. Without a terminal it asks with prompts; the"
                + " end of the input ends it.")
        .example("play races/lost-update");
  }

  @Override
  public int run(List<String> args) throws CommandException {
    var ref = book.scenario(usage(args).parse(args, 1).getArgList().getFirst());
    var game = PlayScenario.open(ref);
    Ui.open(console, ui -> new PlayScreen(game, new ProgressLog(home, ui::tell), ui).show());
    return ExitCode.DONE;
  }
}
