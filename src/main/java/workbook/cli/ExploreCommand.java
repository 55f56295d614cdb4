package workbook.cli;

import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import workbook.Sentences;
import workbook.explore.Explorer;
import workbook.explore.LinearizabilityVerdict;
import workbook.explore.Schedule;
import workbook.explore.Trace;
import workbook.explore.Verdict;
import workbook.json.TraceJson;
import workbook.progress.ProgressLog;
import workbook.tui.Console;
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
    if (comparison.isPresent()) {
      return compare(comparison.get(), options);
    }
    if (line.getArgList().isEmpty()) {
      usage(args).parse(args, 1); // says what is missing
    }
    if (options.own().isPresent()) {
      return own(options.own().get(), options);
    }
    var ref = book.scenario(line.getArgList().getFirst());
    return options.schedule().isPresent()
        ? replay(ref, options.schedule().get(), options)
        : search(ref, options);
  }

  private int compare(CompareCalls question, ExploreOptions options) throws CommandException {
    return switch (new OwnPrograms(console).compare(question, options.budget())) {
      case LinearizabilityVerdict.Linearizable _ -> ExitCode.DONE;
      case LinearizabilityVerdict.NotLinearizable _ -> ExitCode.FAILED;
      case LinearizabilityVerdict.Undecided _ -> ExitCode.ENVIRONMENT;
    };
  }

  private int search(Book.ScenarioRef ref, ExploreOptions options) throws CommandException {
    var verdict = new ExploreScenario(log).explore(ref, options.budget());
    console.print(VerdictReport.of(ref.name(), ref.scenario().says(), verdict, console.page()));
    return told(verdict, options);
  }

  private int replay(Book.ScenarioRef ref, Schedule schedule, ExploreOptions options)
      throws CommandException {
    var trace = replayed(() -> new ExploreScenario(log).replay(ref, schedule));
    console.print(VerdictReport.of(ref.name(), ref.scenario().says(), trace, console.page()));
    return told(trace, options);
  }

  /// Explores the person's own programs, one after the other.
  private int own(OwnProgram.Request request, ExploreOptions options) throws CommandException {
    var programs = new OwnPrograms(console).open(request);
    if (programs.size() > 1 && (options.schedule().isPresent() || options.trace().isPresent())) {
      throw CommandException.usage(
          "%s has several programs. Say which one: explore %s."
              .formatted(request.from(), programs.getFirst().name()));
    }
    var codes = new ArrayList<Integer>();
    for (var program : programs) {
      codes.add(
          options.schedule().isPresent()
              ? replay(program, options.schedule().get(), options)
              : search(program, options));
    }
    return codes.contains(ExitCode.FAILED) ? ExitCode.FAILED : Collections.max(codes);
  }

  private int search(OwnProgram program, ExploreOptions options) throws CommandException {
    var verdict = new OwnPrograms(console).explore(program, options.budget());
    return told(verdict, options);
  }

  private int replay(OwnProgram program, Schedule schedule, ExploreOptions options)
      throws CommandException {
    var trace = replayed(() -> Explorer.replay(program.subject(), schedule));
    console.print(VerdictReport.of(program.name(), program.says(), trace, console.page()));
    return told(trace, options);
  }

  private int told(Verdict verdict, ExploreOptions options) throws CommandException {
    if (verdict instanceof Verdict.Fails fails) {
      write(fails.trace(), options);
    } else if (options.trace().isPresent()) {
      console.complain("No schedule failed, so there is no trace to write.");
    }
    return switch (verdict) {
      case Verdict.Holds _ -> ExitCode.DONE;
      case Verdict.Fails _ -> ExitCode.FAILED;
      case Verdict.Refused _, Verdict.TooLong _, Verdict.NotFinished _ -> ExitCode.ENVIRONMENT;
    };
  }

  private int told(Trace trace, ExploreOptions options) throws CommandException {
    write(trace, options);
    return switch (trace.end()) {
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

  private void write(Trace trace, ExploreOptions options) throws CommandException {
    if (options.trace().isEmpty()) {
      return;
    }
    var file = options.trace().get();
    var json = file.path().toString().toLowerCase(Locale.ROOT).endsWith(".json");
    file.write(draft -> Files.writeString(draft, json ? TraceJson.write(trace) : trace.toString()));
    console.print("Wrote " + file.path() + "\n");
  }
}
