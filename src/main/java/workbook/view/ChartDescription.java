package workbook.view;

import java.util.List;
import java.util.stream.Collectors;
import workbook.Chart;
import workbook.Observations;
import workbook.Outcome;
import workbook.Series;

/// A chart in a sentence, with the range of its data, for whoever cannot see it.
final class ChartDescription {
  private static final int MOST_NAMES = 8;

  private ChartDescription() {}

  static String of(Chart chart, Observations seen) {
    return switch (chart) {
      case Chart.Bars bars -> medians("Bars", bars.quantity(), "", seen);
      case Chart.Lines lines -> medians("Lines", lines.quantity(), " by " + lines.over(), seen);
      case Chart.Distribution spread -> medians("Box plots", spread.quantity(), "", seen);
      case Chart.Timeline _ -> timeline(seen);
      case Chart.Conversation talk -> conversation(Conversation.of(talk, seen.turns()));
      case Chart.Outcomes _ -> outcomes(seen.outcomes());
    };
  }

  private static String medians(String what, String quantity, String over, Observations seen) {
    var series = seen.of(quantity);
    if (series.isEmpty()) {
      return nothing();
    }
    var range =
        series.stream()
            .flatMap(one -> one.points().stream())
            .mapToDouble(Series.Point::median)
            .summaryStatistics();
    var unit = series.getFirst().unit();
    return "%s of %s%s for %s; the medians are from %s to %s."
        .formatted(
            what,
            quantity,
            over,
            names(series.stream().map(Series::name).toList()),
            Numbers.of(range.getMin(), unit),
            Numbers.of(range.getMax(), unit));
  }

  private static String timeline(Observations seen) {
    if (seen.spans().isEmpty()) {
      return nothing();
    }
    var end = TimelineStates.end(seen.spans());
    var times = TimeScale.upTo(end);
    return "What %s did from 0 to %s: %s."
        .formatted(
            names(List.copyOf(TimelineStates.lanes(seen.spans()).keySet())),
            Numbers.of(times.in(end), times.unit()),
            names(TimelineStates.of(seen.spans())));
  }

  private static String conversation(Conversation talk) {
    if (talk.turns().isEmpty()) {
      return nothing();
    }
    return "What %s say to each other: the last of their turns, %s in all, is after %s %s."
        .formatted(
            names(talk.parties()),
            Numbers.of(talk.turns().size()),
            talk.moments().exact(talk.since(talk.turns().getLast())),
            talk.moments().unit());
  }

  private static String outcomes(List<Outcome> outcomes) {
    if (outcomes.isEmpty()) {
      return nothing();
    }
    var counts = outcomes.stream().mapToLong(Outcome::count).summaryStatistics();
    return "Outcomes, %s in all; the counts are from %s to %s."
        .formatted(
            Numbers.of(outcomes.size()), Numbers.of(counts.getMin()), Numbers.of(counts.getMax()));
  }

  private static String nothing() {
    return "Nothing was recorded for this chart.";
  }

  /// All names, or the first ones and how many more there are.
  private static String names(List<String> all) {
    var first = all.stream().limit(MOST_NAMES).collect(Collectors.joining(", "));
    return all.size() > MOST_NAMES ? first + " and " + (all.size() - MOST_NAMES) + " more" : first;
  }
}
