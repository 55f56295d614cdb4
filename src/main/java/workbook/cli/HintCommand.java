package workbook.cli;

import java.nio.file.Path;
import java.util.List;
import org.apache.commons.cli.CommandLine;
import workbook.progress.ProgressLog;
import workbook.tui.Console;
import workbook.tui.ExerciseReport;
import workbook.usecase.Book;
import workbook.usecase.CommandException;
import workbook.usecase.ExerciseService;
import workbook.usecase.ExitCode;

/// `hint EXERCISE`: the next hint, the short form of `exercise hint`.
final class HintCommand implements Command {
  private final Book book;
  private final Path home;
  private final ProgressLog log;
  private final Console console;

  HintCommand(Book book, Path home, ProgressLog log, Console console) {
    this.book = book;
    this.home = home;
    this.log = log;
    this.console = console;
  }

  @Override
  public String name() {
    return "hint";
  }

  @Override
  public String summary() {
    return "the next hint to an exercise";
  }

  @Override
  public Usage usage(List<String> args) {
    return new Usage("hint EXERCISE", "Gives the next hint to an exercise. The hints are counted.")
        .flag("again", "show the hints you have read already, and no new one")
        .example("hint tally");
  }

  @Override
  public int run(List<String> args) throws CommandException {
    var line = usage(args).parse(args, 1);
    var service = new ExerciseService(book.exercise(line.getArgList().getFirst()), home, log);
    console.print(ExerciseReport.hints(hints(service, line), console.page()));
    return ExitCode.DONE;
  }

  /// A new hint, or with `--again` those already read.
  static ExerciseService.Hints hints(ExerciseService service, CommandLine line)
      throws CommandException {
    return line.hasOption("again") ? service.hintsRead() : service.nextHint();
  }
}
