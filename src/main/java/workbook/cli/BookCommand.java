package workbook.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import workbook.grade.Grader;
import workbook.tui.Console;
import workbook.tui.InterruptSignal;
import workbook.usecase.Book;
import workbook.usecase.BookCheck;
import workbook.usecase.CommandException;
import workbook.usecase.ExitCode;

/// `book check`: what an author has to write next.
final class BookCommand implements Command {
  private final BookCheck check;
  private final Grader.Factory graders;
  private final Console console;

  BookCommand(Book book, Path home, Grader.Factory graders, Console console) {
    this.graders = graders;
    this.check = new BookCheck(book, home);
    this.console = console;
  }

  @Override
  public String name() {
    return "book";
  }

  @Override
  public String summary() {
    return "for authors: which file to write next";
  }

  @Override
  public Usage usage(List<String> args) {
    return new Usage(
            "book check",
            "Names every file that a lesson or an exercise lacks, and every place where it still is"
                + " as new has made it, what to write next first. It exits with 1 when there is"
                + " something. Whether what is written is right, mvn test tells.")
        .flag("judge", "then grade each stub, which must fail, and each worked answer")
        .example("book check");
  }

  @Override
  public int run(List<String> args) throws CommandException {
    var line = usage(args).parse(args, 1);
    var words = line.getArgList();
    if (!words.getFirst().equals("check")) {
      throw CommandException.usage(
          "'%s' is nothing to do with a book. Say book check.".formatted(words.getFirst()));
    }
    var lacks = check.lacks();
    if (lacks.isEmpty()) {
      console.print("Every file of the book is there and written.\n");
      return line.hasOption("judge") ? judge() : ExitCode.DONE;
    }
    console.print("Next: " + lacks.getFirst() + "\n");
    lacks.stream().skip(1).forEach(one -> console.print("      " + one + "\n"));
    return ExitCode.FAILED;
  }

  private int judge() throws CommandException {
    try (var _ = InterruptSignal.first(Thread.currentThread()::interrupt)) {
      var faults = check.misjudged(graders);
      faults.forEach(fault -> console.print(fault + "\n"));
      if (faults.isEmpty()) {
        console.print("Every stub fails, and every worked answer passes.\n");
      }
      return faults.isEmpty() ? ExitCode.DONE : ExitCode.FAILED;
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      console.complain("It was stopped.");
      return ExitCode.FAILED;
    } catch (IOException failure) {
      throw CommandException.environment(failure.getMessage());
    }
  }
}
