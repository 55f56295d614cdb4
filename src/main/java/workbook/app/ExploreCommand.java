package workbook.app;

import java.nio.file.Files;
import java.util.List;
import java.util.Locale;
import workbook.explore.Explorer;
import workbook.explore.Subject;
import workbook.explore.Trace;
import workbook.explore.Verdict;
import workbook.explore.engine.Schedule;
import workbook.json.TraceJson;

/// `explore SCENARIO`: every schedule up to a bound, or one again.
final class ExploreCommand implements Command {
  private final Book book;
  private final Diary diary;
  private final Console console;

  ExploreCommand(Book book, Diary diary, Console console) {
    this.book = book;
    this.diary = diary;
    this.console = console;
  }

  @Override
  public String name() {
    return "explore";
  }

  @Override
  public String says() {
    return "every schedule of a small program, and the first that fails";
  }

  @Override
  public Usage usage(List<String> args) {
    return ExploreOptions.usage();
  }

  @Override
  public int run(List<String> args) throws Refusal {
    var line = usage(args).parse(args, 1);
    var scene = book.scenario(line.getArgList().getFirst());
    var options = ExploreOptions.of(line);
    return options.schedule().isPresent()
        ? replay(scene, options.schedule().get(), options)
        : search(scene, options);
  }

  private int search(Book.Scene scene, ExploreOptions options) throws Refusal {
    var verdict = Explorer.explore(Subject.of(scene.scenario().type()), options.budget());
    console.print(VerdictText.of(scene, verdict, Pages.of(console)));
    if (!(verdict instanceof Verdict.Refused)) {
      diary.add(Deed.Kind.EXPLORED, scene.name());
    }
    if (verdict instanceof Verdict.Fails fails) {
      write(fails.trace(), options);
    } else if (options.trace().isPresent()) {
      console.complain("No schedule failed, so there is no trace to write.");
    }
    return switch (verdict) {
      case Verdict.Holds _ -> Exit.DONE;
      case Verdict.Fails _ -> Exit.FAILED;
      case Verdict.Refused _ -> Exit.ENVIRONMENT;
    };
  }

  private int replay(Book.Scene scene, Schedule schedule, ExploreOptions options) throws Refusal {
    var trace = replayed(scene, schedule);
    console.print(VerdictText.of(scene, trace, Pages.of(console)));
    write(trace, options);
    return switch (trace.end()) {
      case HELD, OPEN -> Exit.DONE;
      case FAILED -> Exit.FAILED;
      case REFUSED -> Exit.ENVIRONMENT;
    };
  }

  private static Trace replayed(Book.Scene scene, Schedule schedule) throws Refusal {
    try {
      return Explorer.replay(Subject.of(scene.scenario().type()), schedule);
    } catch (IllegalArgumentException misfit) {
      throw Refusal.usage(Sentence.of(misfit.getMessage()));
    }
  }

  private void write(Trace trace, ExploreOptions options) throws Refusal {
    if (options.trace().isEmpty()) {
      return;
    }
    var file = options.trace().get();
    var json = file.path().toString().toLowerCase(Locale.ROOT).endsWith(".json");
    file.write(draft -> Files.writeString(draft, json ? TraceJson.write(trace) : trace.toString()));
    console.print("Wrote " + file.path() + "\n");
  }
}
