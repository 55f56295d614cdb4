package workbook.cli;

import java.nio.file.Path;
import java.util.List;
import org.apache.commons.cli.CommandLine;
import workbook.io.Invocation;
import workbook.progress.ProgressLog;
import workbook.tui.Console;
import workbook.tui.ExerciseReport;
import workbook.tui.Glyphs;
import workbook.usecase.Book;
import workbook.usecase.CommandException;
import workbook.usecase.ExerciseService;
import workbook.usecase.ExitCode;
import workbook.usecase.Suggestions;

/// `exercise`: what there is to solve, and everything about one exercise but its check.
final class ExerciseCommand implements Command {
  private static final List<String> ACTIONS = List.of("start", "hint", "solution", "reset");

  private final Book book;
  private final Path home;
  private final ProgressLog log;
  private final Console console;

  ExerciseCommand(Book book, Path home, ProgressLog log, Console console) {
    this.book = book;
    this.home = home;
    this.log = log;
    this.console = console;
  }

  @Override
  public String name() {
    return "exercise";
  }

  @Override
  public String summary() {
    return "classes to write: list, start, hint, solution, reset";
  }

  @Override
  public Usage usage(List<String> args) {
    return new Usage(
            "exercise [ACTION EXERCISE]",
            "Without an action, or with list, shows the exercises and your points. start prints the"
                + " task and says which file to edit. hint gives the next hint. solution shows a"
                + " worked answer once your own passes. reset starts your file over and keeps"
                + " a copy of the old one in .workbook/kept. EXERCISE is LESSON/NAME, for example"
                + " races/tally or 03/tally, or just NAME.")
        .flag("again", "with hint: show the hints you have read already")
        .flag("give-up", "with solution: show it before your own passes; this is recorded")
        .example("exercise start tally")
        .example("exercise hint tally");
  }

  @Override
  public int run(List<String> args) throws CommandException {
    if (args.isEmpty() || args.getFirst().equals("list")) {
      usage(args).parse(args, 0, 1);
      console.print(list());
      return ExitCode.DONE;
    }
    var line = usage(args).parse(args, 1, 2);
    var words = line.getArgList();
    var action = words.getFirst();
    if (!ACTIONS.contains(action)) {
      throw unknown(action);
    }
    if (words.size() < 2) {
      throw CommandException.usage(
          "Say which exercise: %s."
              .formatted(Invocation.of("exercise %s EXERCISE".formatted(action))));
    }
    refuseUnless(action.equals("hint"), line, "again", "hint");
    refuseUnless(action.equals("solution"), line, "give-up", "solution");
    console.print(
        carryOut(action, new ExerciseService(book.exercise(words.get(1)), home, log), line));
    return ExitCode.DONE;
  }

  private String list() throws CommandException {
    return new ExerciseTable(book, home, log, Glyphs.of(console.unicode())).text();
  }

  private String carryOut(String action, ExerciseService service, CommandLine line)
      throws CommandException {
    var page = console.page();
    return switch (action) {
      case "start" -> ExerciseReport.task(service.start(), page);
      case "hint" -> ExerciseReport.hints(HintCommand.hints(service, line), page);
      case "solution" -> ExerciseReport.solution(service.solution(line.hasOption("give-up")), page);
      default -> service.reset() + "\n";
    };
  }

  private CommandException unknown(String action) {
    try {
      var exercise = book.exercise(action);
      return CommandException.usage(
          "Say what to do with it, for example: %s."
              .formatted(Invocation.of("exercise start " + exercise.id())));
    } catch (CommandException noExerciseEither) {
      return CommandException.usage(
          "There is no action '%s'. %s"
              .formatted(
                  action,
                  Suggestions.offer(
                      action, ACTIONS, Invocation.of("exercise --help lists them."))));
    }
  }

  private static void refuseUnless(boolean fits, CommandLine line, String option, String action)
      throws CommandException {
    if (line.hasOption(option) && !fits) {
      throw CommandException.usage(
          "--%s works only with %s.".formatted(option, Invocation.of("exercise " + action)));
    }
  }
}
