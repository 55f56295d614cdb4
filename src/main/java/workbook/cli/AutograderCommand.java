package workbook.cli;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.util.List;
import workbook.Sentences;
import workbook.io.IoErrors;
import workbook.tui.Console;
import workbook.usecase.Book;
import workbook.usecase.CommandException;
import workbook.usecase.ExitCode;
import workbook.usecase.WriteAutograder;

/// `autograder gradescope --exercise=NAMES --out=DIR`: what a course server needs to grade with the
/// workbook.
final class AutograderCommand implements Command {
  private final Book book;
  private final Console console;

  AutograderCommand(Book book, Console console) {
    this.book = book;
    this.console = console;
  }

  @Override
  public String name() {
    return "autograder";
  }

  @Override
  public String summary() {
    return "scripts that let Gradescope or GitHub Classroom grade";
  }

  @Override
  public Usage usage(List<String> args) {
    return new Usage(
            "autograder SERVER --exercise=NAMES --out=DIR",
            "Writes what a course server needs to grade whenever a student hands in. SERVER is"
                + " gradescope (setup.sh and run_autograder) or github"
                + " (.github/workflows/classroom.yml, for GitHub Classroom).")
        .option("exercise", "NAMES", "the exercises to grade, separated by commas")
        .option("out", "DIR", "the folder for the files; it is made when it is missing")
        .example("autograder gradescope --exercise=tally --out=autograder")
        .example("autograder github --exercise=tally,bank --out=../course");
  }

  @Override
  public int run(List<String> args) throws CommandException {
    var line = usage(args).parse(args, 1);
    var server =
        switch (line.getArgList().getFirst()) {
          case "gradescope" -> WriteAutograder.Server.GRADESCOPE;
          case "github" -> WriteAutograder.Server.GITHUB;
          case String other ->
              throw CommandException.usage(
                  "'%s' is neither gradescope nor github.".formatted(other));
        };
    if (!line.hasOption("exercise") || !line.hasOption("out")) {
      throw CommandException.usage(
          "Say what is graded and where the files go: --exercise=tally --out=DIR.");
    }
    try {
      var out = GradeCommand.path(line.getOptionValue("out"));
      for (var file :
          WriteAutograder.write(server, book.exercises(line.getOptionValue("exercise")), out)) {
        console.print("Wrote " + file + "\n");
      }
      return ExitCode.DONE;
    } catch (FileSystemException failure) {
      throw CommandException.environment(
          "%s cannot be written: %s.".formatted(failure.getFile(), IoErrors.of(failure)));
    } catch (IOException failure) {
      throw CommandException.environment(Sentences.of(IoErrors.of(failure)));
    }
  }
}
