package workbook.app;

import java.nio.file.Files;
import java.util.List;
import workbook.Result;
import workbook.json.ResultJson;
import workbook.run.Run;
import workbook.view.Report;

/// `run EXPERIMENT`: an experiment on real threads.
final class RunCommand implements Command {
  private final Book book;
  private final Diary diary;
  private final Console console;

  RunCommand(Book book, Diary diary, Console console) {
    this.book = book;
    this.diary = diary;
    this.console = console;
  }

  @Override
  public String name() {
    return "run";
  }

  @Override
  public String says() {
    return "an experiment on real threads";
  }

  @Override
  public Usage usage(List<String> args) throws Refusal {
    return namesExperiment(args) ? RunUsage.of(book.experiment(args.getFirst())) : RunUsage.ofAny();
  }

  @Override
  public int run(List<String> args) throws Refusal {
    if (!namesExperiment(args)) {
      throw Refusal.usage(
          "Name the experiment first: workbook run EXPERIMENT [OPTIONS]; workbook list shows"
              + " them.");
    }
    var place = book.experiment(args.getFirst());
    var options = RunOptions.of(place, args);
    var result = conduct(place, options);
    console.print(Report.text(place.experiment(), result, Pages.of(console)));
    if (result.ending() == Result.Ending.COMPLETE) {
      diary.add(Deed.Kind.RAN, place.name());
    }
    write(result, options);
    return result.good() ? Exit.DONE : Exit.FAILED;
  }

  private static boolean namesExperiment(List<String> args) {
    return !args.isEmpty() && !args.getFirst().startsWith("-");
  }

  private Result conduct(Book.Place place, RunOptions options) {
    var result =
        RunWatch.of(
            watch ->
                Run.start(
                    place.name(), place.experiment(), options.settings(), options.how(), watch),
            console);
    return options.guess().map(result::predicted).orElse(result);
  }

  private void write(Result result, RunOptions options) throws Refusal {
    if (options.json().isPresent()) {
      var file = options.json().get();
      file.write(draft -> Files.writeString(draft, ResultJson.write(result)));
      console.print("Wrote " + file.path() + "\n");
    }
  }
}
