package workbook.cli;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Supplier;
import workbook.Sentences;
import workbook.explore.Explorer;
import workbook.explore.LinearizabilityVerdict;
import workbook.explore.Schedule;
import workbook.explore.Trace;
import workbook.explore.Verdict;
import workbook.progress.ProgressLog;
import workbook.tui.Console;
import workbook.tui.SearchMonitor;
import workbook.usecase.Book;
import workbook.usecase.CommandException;
import workbook.usecase.CompareCalls;
import workbook.usecase.ExitCode;
import workbook.usecase.ExploreScenario;
import workbook.usecase.OwnProgram;
import workbook.view.VerdictReport;

/// `explore SCENARIO` or `explore FILE.java`: every schedule up to a bound, or one again.
final class ExploreCommand implements Command {
  private final Book book;
  private final ProgressLog log;
  private final Console console;

  ExploreCommand(Book book, ProgressLog log, Console console) {
    this.book = book;
    this.log = log;
    this.console = console;
  }

  @Override
  public String name() {
    return "explore";
  }

  @Override
  public String summary() {
    return "every schedule of a small program, and the first that fails";
  }

  @Override
  public Usage usage(List<String> args) {
    return ExploreOptions.usage();
  }

  @Override
  public int run(List<String> args) throws CommandException {
    var line = usage(args).parse(args, 0, 1);
    var options = ExploreOptions.of(line);
    var comparison = ExploreOptions.comparison(line);
    var output = new ExploreOutput(console, options);
    int code;
    if (comparison.isPresent()) {
      code = compare(comparison.get(), options, output);
    } else if (line.getArgList().isEmpty()) {
      throw usage(args).missing();
    } else if (options.own().isPresent()) {
      code = own(options.own().get(), options, output);
    } else {
      code = scenario(book.scenario(line.getArgList().getFirst()), options, output);
    }
    output.end();
    return code;
  }

  private int compare(CompareCalls question, ExploreOptions options, ExploreOutput output)
      throws CommandException {
    var own = new OwnPrograms(output::report, output.page());
    if (options.schedule().isPresent()) {
      var run = own.replay(question, options.schedule().get());
      output.report(VerdictReport.of(run, output.page()));
      output.json().add(question.words(), question.says(), run);
      output.trace(run.trace());
      return code(run.trace());
    }
    var verdict = own.compare(question, options.budget());
    output.json().add(question.words(), question.says(), verdict);
    if (verdict instanceof LinearizabilityVerdict.NotLinearizable fails) {
      output.trace(fails.trace());
    } else {
      output.noTrace();
    }
    return switch (verdict) {
      case LinearizabilityVerdict.Linearizable _ -> ExitCode.DONE;
      case LinearizabilityVerdict.NotLinearizable _ -> ExitCode.FAILED;
      case LinearizabilityVerdict.Undecided _ -> ExitCode.ENVIRONMENT;
    };
  }

  private int scenario(Book.ScenarioRef ref, ExploreOptions options, ExploreOutput output)
      throws CommandException {
    var says = ref.scenario().says();
    var explorer = new ExploreScenario(log);
    if (options.schedule().isPresent()) {
      var trace = replayed(() -> explorer.replay(ref, Schedule.parse(options.schedule().get())));
      return told(ref.name(), says, trace, output);
    }
    var verdict =
        SearchMonitor.await(watch -> explorer.explore(ref, options.budget(), watch), console);
    output.report(VerdictReport.of(ref.name(), says, verdict, output.page()));
    return told(ref.name(), says, verdict, output);
  }

  /// Explores the person's own programs, one after the other.
  private int own(OwnProgram.Request request, ExploreOptions options, ExploreOutput output)
      throws CommandException {
    var own =
        new OwnPrograms(
            output::report,
            output.page(),
            (subject, budget) ->
                SearchMonitor.await(watch -> Explorer.explore(subject, budget, watch), console));
    var programs = own.open(request);
    if (programs.size() > 1 && (options.schedule().isPresent() || options.trace().isPresent())) {
      throw CommandException.usage(
          "%s has several programs. Say which one: explore %s."
              .formatted(request.from(), programs.getFirst().name()));
    }
    var codes = new ArrayList<Integer>();
    for (var program : programs) {
      codes.add(own(program, options, output, own));
    }
    return codes.contains(ExitCode.FAILED) ? ExitCode.FAILED : Collections.max(codes);
  }

  private static int own(
      OwnProgram program, ExploreOptions options, ExploreOutput output, OwnPrograms own)
      throws CommandException {
    if (options.schedule().isPresent()) {
      var trace =
          replayed(
              () -> Explorer.replay(program.subject(), Schedule.parse(options.schedule().get())));
      return told(program.name(), program.says(), trace, output);
    }
    var verdict = own.explore(program, options.budget());
    return told(program.name(), program.says(), verdict, output);
  }

  private static int told(String name, String says, Verdict verdict, ExploreOutput output)
      throws CommandException {
    output.json().add(name, says, verdict);
    output.trace(verdict);
    return switch (verdict) {
      case Verdict.Holds _ -> ExitCode.DONE;
      case Verdict.Fails _ -> ExitCode.FAILED;
      case Verdict.Refused _, Verdict.TooLong _, Verdict.NotFinished _ -> ExitCode.ENVIRONMENT;
    };
  }

  private static int told(String name, String says, Trace trace, ExploreOutput output)
      throws CommandException {
    output.report(VerdictReport.of(name, says, trace, output.page()));
    output.json().add(name, says, trace);
    output.trace(trace);
    return code(trace);
  }

  private static int code(Trace run) {
    return switch (run.end()) {
      case HELD, OPEN -> ExitCode.DONE;
      case FAILED -> ExitCode.FAILED;
      case REFUSED, TOO_LONG -> ExitCode.ENVIRONMENT;
    };
  }

  private static Trace replayed(Supplier<Trace> replay) throws CommandException {
    try {
      return replay.get();
    } catch (IllegalArgumentException misfit) {
      throw CommandException.usage(Sentences.of(misfit.getMessage()));
    }
  }
}
