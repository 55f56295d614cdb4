package workbook.cli;

import java.nio.file.Path;
import java.util.List;
import workbook.tui.Console;
import workbook.usecase.Book;
import workbook.usecase.CommandException;
import workbook.usecase.EnvironmentCheck;
import workbook.usecase.ExitCode;
import workbook.view.Columns;

/// `doctor`: what this machine has, and what is lost without what it lacks.
final class DoctorCommand implements Command {
  private final Book book;
  private final Path home;
  private final Console console;

  /// @param home the folder that holds `lessons/` and `.workbook/`
  DoctorCommand(Book book, Path home, Console console) {
    this.book = book;
    this.home = home;
    this.console = console;
  }

  @Override
  public String name() {
    return "doctor";
  }

  @Override
  public String summary() {
    return "what this machine has and lacks for the lessons";
  }

  @Override
  public Usage usage(List<String> args) {
    return new Usage(
            "doctor",
            "Looks for what the lessons use, says what you lose without it, and lists what each"
                + " lesson needs. Exit code 3 means"
                + " that something the book cannot do without is missing.")
        .example("doctor");
  }

  @Override
  public int run(List<String> args) throws CommandException {
    usage(args).parse(args, 0);
    var checks = EnvironmentCheck.all(home, console.interactive(), console.term());
    var text = new StringBuilder();
    for (var check : checks) {
      var mark = check.there() ? "ok" : check.needed() ? "NO" : "--";
      text.append("%s  %-12s %s\n".formatted(mark, check.name(), check.found()));
      if (!check.there()) {
        text.append(Columns.wrapped(check.lost(), " ".repeat(17), Columns.WIDTH)).append('\n');
      }
    }
    text.append("\nWhat each lesson uses besides a JDK\n");
    for (var lesson : book.lessons()) {
      text.append(
          "    %s %-12s %s\n"
              .formatted(lesson.number(), lesson.name(), uses(lesson.name(), checks)));
    }
    console.print(text.toString());
    return checks.stream().allMatch(check -> check.there() || !check.needed())
        ? ExitCode.DONE
        : ExitCode.ENVIRONMENT;
  }

  /// What a lesson uses, with what is missing marked.
  static String uses(String lesson, List<EnvironmentCheck> checks) {
    var used =
        checks.stream()
            .filter(check -> check.lessons().contains(lesson))
            .map(check -> check.name() + (check.there() ? "" : " (missing)"))
            .toList();
    return used.isEmpty() ? "nothing" : String.join(", ", used);
  }
}
