package bench;

import static java.util.Locale.ROOT;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import workbook.Chart;
import workbook.Experiment;
import workbook.Parameters;
import workbook.Procedure;
import workbook.Question;
import workbook.Recorder;
import workbook.explore.Budget;
import workbook.explore.Explorer;
import workbook.explore.Program;
import workbook.explore.Verdict;
import workbook.run.Run;
import workbook.view.Picture;
import workbook.view.Theme;

/// How the cost of a check grows when one thing grows and the others stay: three threads, three
/// sections each, at most two preemptions.
enum Growth implements Experiment {
  THREADS(2, 6),
  SECTIONS(1, 6),
  PREEMPTIONS(0, 5);

  private static final Budget PATIENT =
      Budget.DEFAULT.withSchedules(Integer.MAX_VALUE).withPatience(Duration.ofSeconds(15));
  private static final String SCHEDULES = "schedules";
  private static final String SECONDS = "time";

  private final int least;
  private final int most;

  Growth(int least, int most) {
    this.least = least;
    this.most = most;
  }

  /// Measures, prints each point, and draws the pictures into a folder.
  ///
  /// @throws IOException when a picture cannot be written
  void measure(Path images) throws IOException, InterruptedException {
    var with = Parameters.defaults(parameters());
    var result = Run.start("bench/" + id(), this, with, procedure(), share -> {}).await();
    for (var series : result.observations().series()) {
      for (var point : series.points()) {
        System.out.printf(
            ROOT,
            "%.0f %s, %s: %.3g %s%n",
            point.at(),
            id(),
            series.name(),
            point.median(),
            series.unit());
      }
    }
    result.observations().notes().forEach(System.out::println);
    for (var chart : charts()) {
      var quantity = ((Chart.Lines) chart).quantity();
      var file = images.resolve("explorer-cost-%s-%s.png".formatted(id(), quantity));
      Picture.write(chart, result, Theme.LIGHT, file);
    }
  }

  @Override
  public void run(Parameters with, Recorder record) {
    check(3, 3, PATIENT); // the first check also loads the explorer
    follow("reduced", PATIENT, record);
    follow("every schedule", PATIENT.unreduced(), record);
  }

  /// Goes up the axis until a check takes too long.
  private void follow(String series, Budget budget, Recorder record) {
    for (var at = least; at <= most; at++) {
      var start = System.nanoTime();
      var verdict = check(at, budget);
      var seconds = (System.nanoTime() - start) / 1e9;
      if (!(verdict instanceof Verdict.Holds holds && holds.complete())) {
        record.note("%d %s, %s: %s".formatted(at, id(), series, verdict.says()));
        return;
      }
      record.sample(SCHEDULES, SCHEDULES, series, at, holds.schedules() + holds.cut());
      record.sample(SECONDS, "s", series, at, seconds);
    }
  }

  private Verdict check(int at, Budget budget) {
    return switch (this) {
      case THREADS -> check(at, 3, budget);
      case SECTIONS -> check(3, at, budget);
      case PREEMPTIONS -> check(3, 3, budget.withPreemptions(at));
    };
  }

  private static Verdict check(int threads, int sections, Budget budget) {
    Program program = () -> Sections.run(threads, sections);
    return Explorer.explore(program, budget);
  }

  @Override
  public String id() {
    return name().toLowerCase(ROOT);
  }

  @Override
  public String title() {
    return "What a check costs, by " + over();
  }

  private String over() {
    return this == SECTIONS ? "sections a thread" : id();
  }

  @Override
  public Question question() {
    return new Question.Number("How many schedules are there?", SCHEDULES);
  }

  @Override
  public Procedure procedure() {
    return Procedure.once().within(Duration.ofMinutes(10));
  }

  @Override
  public List<Chart> charts() {
    return List.of(
        new Chart.Lines("Schedules by " + over(), SCHEDULES, over(), false, true),
        new Chart.Lines("Time of a check by " + over(), SECONDS, over(), false, true));
  }

  @Override
  public String explanation() {
    return "";
  }
}
