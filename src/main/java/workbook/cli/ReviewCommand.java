package workbook.cli;

import java.nio.file.Path;
import java.util.List;
import workbook.progress.ProgressLog;
import workbook.tui.Console;
import workbook.tui.ReviewScreen;
import workbook.tui.Ui;
import workbook.usecase.Book;
import workbook.usecase.CommandException;
import workbook.usecase.ExitCode;
import workbook.usecase.ReviewQuestions;

/// `review`: the questions that were missed, asked once more.
final class ReviewCommand implements Command {
  private final Book book;
  private final Path home;
  private final Console console;

  ReviewCommand(Book book, Path home, Console console) {
    this.book = book;
    this.home = home;
    this.console = console;
  }

  @Override
  public String name() {
    return "review";
  }

  @Override
  public String summary() {
    return "asks the questions you missed once more";
  }

  @Override
  public Usage usage(List<String> args) {
    return new Usage(
            "review",
            "Asks the questions you missed once more: after a day, after three more days and after"
                + " seven more. After a wrong answer the question comes back in one day.")
        .example("review");
  }

  @Override
  public int run(List<String> args) throws CommandException {
    usage(args).parse(args, 0);
    Ui.open(
        console,
        ui -> {
          var log = new ProgressLog(home, ui::tell);
          new ReviewScreen(new ReviewQuestions(book, log), ui).show();
        });
    return ExitCode.DONE;
  }
}
