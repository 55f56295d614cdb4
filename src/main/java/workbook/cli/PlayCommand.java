package workbook.cli;

import java.nio.file.Path;
import java.util.List;
import workbook.progress.Progress;
import workbook.progress.ProgressLog;
import workbook.tui.Console;
import workbook.tui.PlayScreen;
import workbook.tui.Ui;
import workbook.usecase.Book;
import workbook.usecase.CommandException;
import workbook.usecase.ExitCode;
import workbook.usecase.OwnProgram;
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
            "play [SCENARIO or FILE.java] [OPTIONS]",
            "You are the scheduler: at every step you choose which thread goes on. Break the code"
                + " with as few forced moves as you can, or claim that no schedule can break it."
                + " Without SCENARIO it begins with the first level you have not won yet. Without"
                + " a terminal it asks with prompts; the end of the input ends it. FILE.java is"
                + " your own, as for explore.")
        .with(OwnOptions::declare)
        .example("play")
        .example("play races/lost-update")
        .example("play Bank.java");
  }

  @Override
  public int run(List<String> args) throws CommandException {
    var line = usage(args).parse(args, 0, 1);
    var own = OwnOptions.of(line);
    var levels = book.scenarios();
    var game = own.isPresent() ? own(own.get()) : ofBook(line.getArgList(), levels);
    Ui.open(console, ui -> PlayScreen.play(game, levels, new ProgressLog(home, ui::tell), ui));
    return ExitCode.DONE;
  }

  private PlayScenario own(OwnProgram.Request request) throws CommandException {
    var programs = new OwnPrograms(console::print, console.page()).open(request);
    if (programs.size() > 1) {
      throw CommandException.usage(
          "%s has several programs. Say which one: play %s."
              .formatted(request.from(), programs.getFirst().name()));
    }
    return PlayScenario.open(programs.getFirst());
  }

  private PlayScenario ofBook(List<String> words, List<Book.ScenarioRef> levels)
      throws CommandException {
    return PlayScenario.open(
        words.isEmpty() ? firstToWin(levels) : book.scenario(words.getFirst()));
  }

  private Book.ScenarioRef firstToWin(List<Book.ScenarioRef> levels) {
    var done = Progress.of(new ProgressLog(home, console::complain).events());
    return levels.stream()
        .filter(level -> !done.met(level.name()))
        .findFirst()
        .orElse(levels.getFirst());
  }
}
