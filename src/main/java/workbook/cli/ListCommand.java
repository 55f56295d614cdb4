package workbook.cli;

import java.util.List;
import workbook.progress.ProgressLog;
import workbook.tui.Console;
import workbook.tui.Glyphs;
import workbook.usecase.Book;
import workbook.usecase.CommandException;
import workbook.usecase.ExitCode;
import workbook.usecase.ReadProgress;

/// `list`: the table of contents with what is done.
final class ListCommand implements Command {
  private final Book book;
  private final ProgressLog log;
  private final Console console;

  ListCommand(Book book, ProgressLog log, Console console) {
    this.book = book;
    this.log = log;
    this.console = console;
  }

  @Override
  public String name() {
    return "list";
  }

  @Override
  public String summary() {
    return "the lessons and what's in them, in the order of the book";
  }

  @Override
  public Usage usage(List<String> args) {
    return new Usage(
            "list",
            "Lists the lessons, the experiments to run, the scenarios to explore or play, and the"
                + " exercises to solve. A mark in front means that it is done.")
        .example("list");
  }

  @Override
  public int run(List<String> args) throws CommandException {
    usage(args).parse(args, 0);
    var text = new StringBuilder();
    var progress = new ReadProgress(book, log).progress();
    for (var lesson : book.lessons()) {
      text.append("%s %s: %s\n".formatted(lesson.number(), lesson.name(), lesson.question()));
      for (var ref : Book.experiments(lesson)) {
        text.append(line(progress.ran(ref.name()), ref.name(), ref.step().title()));
      }
      for (var ref : Book.scenarios(lesson)) {
        text.append(
            line(progress.met(ref.name()), ref.name(), "scenario: " + ref.scenario().says()));
      }
      for (var exercise : Book.exercises(lesson)) {
        var asks = "exercise: " + exercise.exercise().asks();
        text.append(line(progress.exercise(exercise.name()).passed(), exercise.name(), asks));
      }
    }
    console.print(text.toString());
    return ExitCode.DONE;
  }

  private String line(boolean done, String name, String title) {
    return "  %s %-34s %s\n"
        .formatted(done ? Glyphs.of(console.unicode()).done() : " ", name, title);
  }
}
