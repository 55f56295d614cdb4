package workbook.notebook;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import workbook.Chart;
import workbook.Experiment;
import workbook.Observations;
import workbook.Parameters;
import workbook.Result;
import workbook.Span;
import workbook.run.Run;
import workbook.view.Page;
import workbook.view.TerminalChart;

/// Charts for a notebook's cells.
public final class ExperimentCell {
  /// Narrow enough for a room that looks at a wall.
  private static final Page PAGE = new Page(76, false, true);

  /// A cell that takes too long is stopped by whoever shows it, so its limit is for a machine that
  /// is very busy.
  private static final Duration PATIENCE = Duration.ofMinutes(15);

  private ExperimentCell() {}

  /// Runs an experiment as the workbook does, and draws its first chart. Blocks until it has ended.
  ///
  /// @param settings what differs from the usual, for example `threads=4`
  /// @return the chart, with its title above it
  /// @throws IllegalArgumentException when a setting is unknown or out of its range
  /// @throws IllegalStateException when the run fails, or a claim does not hold
  public static String chart(Experiment experiment, String... settings)
      throws InterruptedException {
    var typed =
        Arrays.stream(settings)
            .map(setting -> setting.split("=", 2))
            .collect(Collectors.toMap(parts -> parts[0], parts -> parts[parts.length - 1]));
    var with = Parameters.of(experiment.parameters(), typed);
    var plan = experiment.plan().within(PATIENCE);
    var run = Run.start(name(experiment), experiment, with, plan, _ -> {});
    try {
      return draw(experiment.charts().getFirst(), run.await());
    } finally {
      run.cancel(); // if the cell was stopped
    }
  }

  /// Draws what code of the notebook itself did, one lane for each thread.
  ///
  /// @param spans with nanoseconds from the chart's left edge
  public static String timeline(String title, List<Span> spans) {
    var seen =
        new Observations(
            List.of(), List.of(), List.of(), spans, List.of(), List.of(), List.of(), List.of(), "");
    return TerminalChart.draw(new Chart.Timeline(title), seen, PAGE).stripTrailing();
  }

  private static String draw(Chart chart, Result result) {
    if (!result.good()) {
      throw new IllegalStateException("%s: %s".formatted(result.experiment(), trouble(result)));
    }
    return TerminalChart.draw(chart, result.observations(), PAGE).stripTrailing();
  }

  private static String name(Experiment experiment) {
    var room = experiment.getClass().getPackageName();
    return room.replaceFirst("^_\\d\\d_(\\w+).*", "$1") + "/" + experiment.id();
  }

  private static String trouble(Result result) {
    return result.trouble().isEmpty() ? "a claim did not hold" : result.trouble();
  }
}
