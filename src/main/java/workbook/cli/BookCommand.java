package workbook.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.apache.commons.cli.CommandLine;
import workbook.grade.Grader;
import workbook.io.Invocation;
import workbook.tui.Console;
import workbook.tui.InterruptSignal;
import workbook.usecase.Book;
import workbook.usecase.BookCheck;
import workbook.usecase.CommandException;
import workbook.usecase.ExitCode;
import workbook.usecase.ExportFolder;
import workbook.usecase.RecordedRuns;
import workbook.web.StaticSite;

/// `book check` and `book export`: what an author has to write next, and the book as a site of
/// plain files.
final class BookCommand implements Command {
  private final Book book;
  private final Path home;
  private final BookCheck check;
  private final Grader.Factory graders;
  private final Console console;

  BookCommand(Book book, Path home, Grader.Factory graders, Console console) {
    this.book = book;
    this.home = home;
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
    return "for authors: what to write next; the book as a web site";
  }

  @Override
  public Usage usage(List<String> args) {
    return new Usage(
            "book check, or book export --html=DIR",
            "check names every file that a lesson or an exercise lacks, and every place where it"
                + " still is as new has made it, what to write next first. It exits with 1 when"
                + " there is something. Whether what is written is right, mvn test tells. export"
                + " writes every lesson, step and exercise as pages for a course's web site,"
                + " without answers to the exercises. DIR is a new folder, or one that holds an"
                + " earlier export and nothing else.")
        .option("html", "DIR", "with export: where the pages go")
        .option("runs", "DIR", "with export: a folder of results that run --json wrote")
        .flag("judge", "with check: then grade each stub, which must fail, and each worked answer")
        .example("book check")
        .example("book export --html=../site --runs=../results");
  }

  @Override
  public int run(List<String> args) throws CommandException {
    var line = usage(args).parse(args, 1);
    return switch (line.getArgList().getFirst()) {
      case "check" -> check(line);
      case "export" -> export(line);
      default ->
          throw CommandException.usage(
              "'%s' is nothing to do with a book. Say book check or book export."
                  .formatted(line.getArgList().getFirst()));
    };
  }

  private int export(CommandLine line) throws CommandException {
    if (!line.hasOption("html") || line.hasOption("judge")) {
      throw CommandException.usage("Say where the pages go: book export --html=DIR.");
    }
    var out = FolderArgument.of(line.getOptionValue("html"));
    var folder = new ExportFolder(out);
    folder.check();
    var runs =
        line.hasOption("runs")
            ? RecordedRuns.read(FolderArgument.of(line.getOptionValue("runs")))
            : RecordedRuns.NONE;
    try (var _ = InterruptSignal.first(Thread.currentThread()::interrupt)) {
      var files = StaticSite.files(book, home, runs);
      folder.write(files);
      console.print("Wrote %,d files to %s. Begin with index.html.%n".formatted(files.size(), out));
      console.print(charts(runs));
      return ExitCode.DONE;
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      console.complain("It was stopped, and nothing was written.");
      return ExitCode.FAILED;
    } catch (IOException missing) {
      throw CommandException.environment(missing.getMessage());
    }
  }

  /// How to get the charts that are not there; empty when all are.
  private String charts(RecordedRuns runs) {
    var lacking =
        book.lessons().stream()
            .flatMap(lesson -> Book.steps(lesson).stream())
            .filter(step -> step.experiment().isPresent() && runs.of(step).isEmpty())
            .toList();
    if (lacking.isEmpty()) {
      return "";
    }
    var first = lacking.getFirst();
    return """
    %s no charts, because no run of theirs was recorded. Record it in a folder, one file each:
      %s
    Then export again, with --runs=results.
    """
        .formatted(
            lacking.size() == 1 ? "One step shows" : "%d steps show".formatted(lacking.size()),
            Invocation.of(first.command() + " --json=results/" + first.step().id() + ".json"));
  }

  private int check(CommandLine line) throws CommandException {
    if (line.hasOption("html") || line.hasOption("runs")) {
      throw CommandException.usage("--html and --runs work only with book export.");
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
