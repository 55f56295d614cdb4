package workbook.cli;

import java.util.List;
import workbook.progress.ProgressLog;
import workbook.tui.Console;
import workbook.usecase.Book;
import workbook.usecase.CommandException;
import workbook.usecase.ExitCode;
import workbook.usecase.ReadLesson;
import workbook.view.Markdown;

/// `show LESSON`: a lesson's text.
final class ShowCommand implements Command {
  private final Book book;
  private final ProgressLog log;
  private final Console console;

  ShowCommand(Book book, ProgressLog log, Console console) {
    this.book = book;
    this.log = log;
    this.console = console;
  }

  @Override
  public String name() {
    return "show";
  }

  @Override
  public String summary() {
    return "a lesson's page: its questions and its programs";
  }

  @Override
  public Usage usage(List<String> args) {
    return new Usage(
            "show LESSON [--answers]",
            "Prints the page of a lesson. LESSON is its name or its number. In place of what"
                + " was seen, it prints the command to run.")
        .flag("answers", "show what was seen and why, too")
        .example("show races")
        .example("show 03 | less -R");
  }

  @Override
  public int run(List<String> args) throws CommandException {
    var line = usage(args).parse(args, 1);
    var lesson = book.lesson(line.getArgList().getFirst());
    var reading = new ReadLesson(log);
    var text = line.hasOption("answers") ? reading.readWithAnswers(lesson) : reading.read(lesson);
    console.print(Markdown.terminal(text, console.page()));
    return ExitCode.DONE;
  }
}
