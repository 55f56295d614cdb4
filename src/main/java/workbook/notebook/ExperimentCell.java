package workbook.notebook;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import workbook.Chart;
import workbook.Experiment;
import workbook.Observations;
import workbook.Parameter;
import workbook.Parameters;
import workbook.Result;
import workbook.Span;
import workbook.run.MachineFacts;
import workbook.run.Run;
import workbook.view.Page;
import workbook.view.Picture;
import workbook.view.TerminalChart;
import workbook.view.Theme;

/// Charts for a notebook's cells.
public final class ExperimentCell {
  /// Narrow enough for a room that looks at a wall.
  private static final Page PAGE = new Page(76, false, true);

  /// A cell that takes too long is stopped by whoever shows it, so its limit is for a machine that
  /// is very busy.
  private static final Duration PATIENCE = Duration.ofMinutes(15);

  /// Names the folder that takes a picture of each chart; without it, there are none.
  static final String PICTURES = "workbook.notebook.pictures";

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
      return draw(experiment.charts().getFirst(), run.await(), experiment.parameters());
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
    var result =
        new Result(
            "notebook/timeline",
            title,
            Parameters.of(List.of(), Map.of()),
            MachineFacts.read(),
            Instant.now(),
            Duration.ZERO,
            Optional.empty(),
            seen,
            Result.Ending.COMPLETE,
            "");
    return drawn(new Chart.Timeline(title), result, List.of());
  }

  private static String draw(Chart chart, Result result, List<Parameter> declared) {
    if (!result.good()) {
      throw new IllegalStateException("%s: %s".formatted(result.experiment(), trouble(result)));
    }
    return drawn(chart, result, declared);
  }

  private static String drawn(Chart chart, Result result, List<Parameter> declared) {
    var text = TerminalChart.draw(chart, result.observations(), PAGE).stripTrailing();
    var folder = System.getProperty(PICTURES);
    if (folder != null) {
      try {
        ChartPicture.save(
            Path.of(folder),
            text,
            to -> Picture.write(chart, result, declared, Theme.LIGHT, Optional.empty(), to));
      } catch (IOException noPicture) {
        // The text is there.
      }
    }
    return text;
  }

  private static String name(Experiment experiment) {
    var room = experiment.getClass().getPackageName();
    return room.replaceFirst("^_\\d\\d_(\\w+).*", "$1") + "/" + experiment.id();
  }

  private static String trouble(Result result) {
    return result.trouble().isEmpty() ? "a claim did not hold" : result.trouble();
  }
}
