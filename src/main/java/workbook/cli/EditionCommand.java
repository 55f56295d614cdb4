package workbook.cli;

import java.nio.file.Path;
import java.util.List;
import org.apache.commons.cli.CommandLine;
import workbook.Exercise;
import workbook.tui.Console;
import workbook.usecase.Book;
import workbook.usecase.CommandException;
import workbook.usecase.ExitCode;
import workbook.usecase.StudentEdition;

/// `edition student --out=DIR` and `edition check DIR`: the book without its answers.
final class EditionCommand implements Command {
  private static final String STUDENT = "student";
  private static final String CHECK = "check";

  private final Book book;
  private final Path home;
  private final Console console;

  EditionCommand(Book book, Path home, Console console) {
    this.book = book;
    this.home = home;
    this.console = console;
  }

  @Override
  public String name() {
    return "edition";
  }

  @Override
  public String summary() {
    return "the book for students: without answers";
  }

  @Override
  public Usage usage(List<String> args) {
    return new Usage(
            "edition student --out=DIR, or edition check DIR",
            "student writes the book without worked answers, alternatives, traps, lists of"
                + " mutants, and the tests that need them. check looks for answers in DIR, by what"
                + " is in its files, archives, classes and git history, whatever they are called;"
                + " it exits with 1 when it finds one.")
        .option("out", "DIR", "with student: a new or empty folder, outside this book")
        .option(
            "release", "NAMES", "exercises whose worked answers students get, separated by commas")
        .example("edition student --out=../course")
        .example("edition student --out=../week-4 --release=tally,bank")
        .example("edition check ../course");
  }

  @Override
  public int run(List<String> args) throws CommandException {
    var line = usage(args).parse(args, 1, 2);
    var words = line.getArgList();
    var edition = new StudentEdition(home, released(line));
    return switch (words.getFirst()) {
      case STUDENT -> write(edition, line);
      case CHECK -> check(edition, line);
      default ->
          throw CommandException.usage(
              "'%s' is neither student nor check.".formatted(words.getFirst()));
    };
  }

  private int write(StudentEdition edition, CommandLine line) throws CommandException {
    if (!line.hasOption("out") || line.getArgList().size() > 1) {
      throw CommandException.usage("Say where the edition goes: edition student --out=DIR.");
    }
    var out = FolderArgument.of(line.getOptionValue("out"));
    var written = edition.write(out);
    console.print(
        ("Wrote %,d files to %s. Left out: %,d answers and texts about them, and %,d test classes"
                + " that need them. No answer is in it.%n")
            .formatted(written.files(), out, written.answers(), written.tests()));
    return ExitCode.DONE;
  }

  private int check(StudentEdition edition, CommandLine line) throws CommandException {
    if (line.getArgList().size() < 2 || line.hasOption("out")) {
      throw CommandException.usage("Say which folder to check: edition check DIR.");
    }
    var folder = FolderArgument.of(line.getArgList().get(1));
    var checked = edition.check(folder);
    checked.leaks().forEach(says -> console.print(says + "\n"));
    checked.unchecked().ifPresent(console::complain);
    if (!checked.leaks().isEmpty()) {
      return ExitCode.FAILED;
    }
    console.print("No answer found in %,d files.%n".formatted(checked.files()));
    return checked.unchecked().isPresent() ? ExitCode.ENVIRONMENT : ExitCode.DONE;
  }

  private List<Exercise> released(CommandLine line) throws CommandException {
    return line.hasOption("release")
        ? book.exercises(line.getOptionValue("release")).stream()
            .map(Book.ExerciseRef::exercise)
            .toList()
        : List.of();
  }
}
