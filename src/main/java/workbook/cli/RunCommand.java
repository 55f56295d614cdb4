package workbook.cli;

import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import workbook.Chart;
import workbook.Comparison;
import workbook.Parameter;
import workbook.Result;
import workbook.io.Invocation;
import workbook.json.ResultJson;
import workbook.progress.ProgressLog;
import workbook.tui.Console;
import workbook.tui.RunMonitor;
import workbook.usecase.Book;
import workbook.usecase.CommandException;
import workbook.usecase.ExitCode;
import workbook.usecase.RunExperiment;
import workbook.view.ComparisonReport;
import workbook.view.Csv;
import workbook.view.MissingToolException;
import workbook.view.Picture;
import workbook.view.RunReport;

/// `run EXPERIMENT`: an experiment on real threads; or, with `--serve`, the server that it shows.
final class RunCommand implements Command {
  private final Book book;
  private final ProgressLog log;
  private final Console console;

  RunCommand(Book book, ProgressLog log, Console console) {
    this.book = book;
    this.log = log;
    this.console = console;
  }

  @Override
  public String name() {
    return "run";
  }

  @Override
  public String summary() {
    return "an experiment on real threads";
  }

  @Override
  public Usage usage(List<String> args) throws CommandException {
    return namesExperiment(args) ? RunUsage.of(book.experiment(args.getFirst())) : RunUsage.ofAny();
  }

  @Override
  public int run(List<String> typed) throws CommandException {
    if (!namesExperiment(typed)) {
      throw CommandException.usage(
          "Name the experiment first: %s; %s shows them."
              .formatted(Invocation.of("run EXPERIMENT [OPTIONS]"), Invocation.of("list")));
    }
    var args = withSettings(typed);
    var ref = book.experiment(args.getFirst());
    var server = ServeOptions.of(ref, args);
    if (server.isPresent()) {
      ServerRunner.serve(server.get(), console);
      return ExitCode.DONE;
    }
    var options = RunOptions.of(ref, args);
    var result =
        new RunExperiment(log)
            .run(
                ref,
                options.settings(),
                options.plan(),
                options.guess(),
                start -> RunMonitor.await(start, console));
    console.print(report(ref, result, options));
    if (options.guess().isPresent() && ref.step(options.settings()).isEmpty()) {
      console.print("\n" + RunExperiment.SET_ASIDE + "\n");
    }
    if (options.earlier().isPresent()) {
      var comparison = Comparison.of(options.earlier().get(), result);
      console.print("\n" + ComparisonReport.text(comparison, console.page()));
    }
    write(ref, result, options);
    draw(ref, result, options.charts());
    return result.good() ? ExitCode.DONE : ExitCode.FAILED;
  }

  /// Adds what a step is about, if it's called by its number, and the person says nothing else.
  private List<String> withSettings(List<String> typed) throws CommandException {
    var args = new ArrayList<>(typed);
    var settings = book.step(typed.getFirst()).map(ref -> ref.step().settings()).orElse(Map.of());
    settings.forEach(
        (name, value) -> {
          if (typed.stream().noneMatch(arg -> arg.matches("--" + name + "(=.*)?"))) {
            args.add("--%s=%s".formatted(name, value));
          }
        });
    return args;
  }

  private static boolean namesExperiment(List<String> args) {
    return !args.isEmpty() && !args.getFirst().startsWith("-");
  }

  private String report(Book.ExperimentRef ref, Result result, RunOptions options) {
    var page = console.page();
    return options.charts().kinds().contains(ChartOutput.Kind.TERM)
        ? RunReport.text(ref.experiment(), ref.step(options.settings()), result, page)
        : RunReport.withoutCharts(ref.experiment(), ref.step(options.settings()), result, page);
  }

  private void write(Book.ExperimentRef ref, Result result, RunOptions options)
      throws CommandException {
    if (options.csv().isPresent()) {
      var table = Csv.of(result, ref.experiment().charts());
      write(options.csv().get(), draft -> Files.writeString(draft, table));
    }
    if (options.json().isPresent()) {
      var whole = ResultJson.write(result, ref.experiment().parameters());
      write(options.json().get(), draft -> Files.writeString(draft, whole));
    }
  }

  private void write(OutputFile file, OutputFile.Content content) throws CommandException {
    file.write(content);
    console.print("Wrote " + file.path() + "\n");
  }

  private void draw(Book.ExperimentRef ref, Result result, ChartOutput to) throws CommandException {
    var charts = ref.experiment().charts();
    var declared = ref.experiment().parameters();
    for (var file : to.files()) {
      var chart = charts.get(file.chart());
      write(
          file.file(),
          draft -> Picture.write(chart, result, declared, to.theme(), to.size(), draft));
    }
    if (to.kinds().contains(ChartOutput.Kind.WINDOW)) {
      for (var chart : charts) {
        show(chart, result, declared);
      }
    }
  }

  private static void show(Chart chart, Result result, List<Parameter> declared)
      throws CommandException {
    try {
      Picture.window(chart, result, declared);
    } catch (MissingToolException missing) {
      throw CommandException.environment(missing.getMessage());
    } catch (InterruptedException leaving) {
      Thread.currentThread().interrupt();
    }
  }
}
