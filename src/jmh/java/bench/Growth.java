package bench;

import static java.util.Locale.ROOT;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import workbook.Chart;
import workbook.Observations;
import workbook.Parameters;
import workbook.Result;
import workbook.Series;
import workbook.explore.Budget;
import workbook.explore.Explorer;
import workbook.explore.Program;
import workbook.explore.Verdict;
import workbook.run.MachineFacts;
import workbook.view.Picture;
import workbook.view.Theme;

/// How the cost of a check grows when one thing grows and the others stay: three threads, three
/// sections each, at most two preemptions.
enum Growth {
  THREADS("threads", 2, 6),
  SECTIONS("sections of each thread", 1, 6),
  PREEMPTIONS("preemptions", 0, 5);

  private static final Budget PATIENT =
      Budget.DEFAULT
          .withSchedules(Integer.MAX_VALUE)
          .withSteps(Long.MAX_VALUE)
          .withPatience(Duration.ofSeconds(10))
          .withinBound();
  private static final String SCHEDULES = "schedules";
  private static final String TIME = "time";

  private final String over;
  private final int least;
  private final int most;

  Growth(String over, int least, int most) {
    this.over = over;
    this.least = least;
    this.most = most;
  }

  /// One check.
  ///
  /// @param at the place on the axis
  /// @param schedules runs made, those cut included
  private record Cost(int at, long schedules, double seconds) {
    Series.Point schedulesAt() {
      return new Series.Point(at, List.of((double) schedules));
    }

    Series.Point secondsAt() {
      return new Series.Point(at, List.of(seconds));
    }
  }

  /// Measures, prints each point, and draws a picture of the schedules and one of the time.
  ///
  /// @param images the folder for the pictures
  void measure(Path images) throws IOException {
    var start = Instant.now();
    check(4, 3, PATIENT); // the first check also loads the explorer
    var series = new ArrayList<Series>();
    follow("every schedule", PATIENT.unreduced(), series);
    follow("reduced", PATIENT, series);
    draw(SCHEDULES, images, result(start, series));
    draw(TIME, images, result(start, series));
  }

  /// Goes up the axis until a check takes too long.
  private void follow(String name, Budget budget, List<Series> all) {
    var costs = new ArrayList<Cost>();
    for (var at = least; at <= most; at++) {
      var start = System.nanoTime();
      var verdict = check(at, budget);
      var seconds = (System.nanoTime() - start) / 1e9;
      var says = "explorer: %d %s, %s: %s, %.2f s";
      System.out.println(String.format(ROOT, says, at, over, name, Pairs.told(verdict), seconds));
      if (!(verdict instanceof Verdict.Holds holds && holds.complete())) {
        break;
      }
      costs.add(new Cost(at, holds.schedules() + holds.pruned(), seconds));
    }
    var schedules = costs.stream().map(Cost::schedulesAt).toList();
    all.add(new Series(name, SCHEDULES, "", schedules));
    all.add(new Series(name, TIME, "s", costs.stream().map(Cost::secondsAt).toList()));
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

  private void draw(String quantity, Path images, Result result) throws IOException {
    var title = "What a check costs: %s by %s".formatted(quantity, over);
    var chart = new Chart.Lines(title, quantity, over, false, true);
    var file = "explorer-cost-%s-%s.png".formatted(quantity, name().toLowerCase(ROOT));
    Picture.write(chart, result, List.of(), Theme.LIGHT, Optional.empty(), images.resolve(file));
  }

  private Result result(Instant start, List<Series> series) {
    var none = Observations.NONE;
    return new Result(
        "explorer/cost",
        "What a check costs",
        Parameters.defaults(List.of()),
        MachineFacts.read(),
        start,
        Duration.between(start, Instant.now()),
        Optional.empty(),
        new Observations(
            none.facts(),
            series,
            none.outcomes(),
            none.spans(),
            none.transcript(),
            none.turns(),
            none.claims(),
            none.notes(),
            ""),
        Result.Ending.COMPLETE,
        "");
  }
}
