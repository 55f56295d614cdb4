package workbook;

import java.util.List;
import java.util.Optional;

/// Which picture to draw of the observations. What it shows is in the [Observations]; this names
/// the quantity and the axes.
public sealed interface Chart {
  /// What the picture shows, in a few words.
  String title();

  /// What the places of some series count: as the chart of their quantity says; where no chart
  /// draws it, as the only axis says that the experiment's charts have.
  ///
  /// @param series all of one quantity
  /// @return empty when the series have no places, or nobody says
  static Optional<String> axis(List<Chart> charts, List<Series> series) {
    var lines = charts.stream().filter(Lines.class::isInstance).map(Lines.class::cast).toList();
    var own =
        lines.stream()
            .filter(each -> series.stream().anyMatch(one -> one.quantity().equals(each.quantity)))
            .map(Lines::over)
            .findFirst();
    var placed =
        series.stream().flatMap(one -> one.points().stream()).anyMatch(point -> point.at() != 0);
    var axes = lines.stream().map(Lines::over).distinct().toList();
    return own.isEmpty() && placed && axes.size() == 1 ? Optional.of(axes.getFirst()) : own;
  }

  /// One bar a series: the median, with whiskers from the first to the third quartile.
  ///
  /// @param quantity the [Series#quantity] to draw
  /// @param log whether the value axis is logarithmic
  record Bars(String title, String quantity, boolean log) implements Chart {}

  /// One line a series over a numeric axis, medians with a band between the quartiles.
  ///
  /// @param quantity the [Series#quantity] to draw
  /// @param over what the horizontal axis counts, for example `threads`, or measures, with its
  ///   unit: `time (ms)`
  record Lines(String title, String quantity, String over, boolean logX, boolean logY)
      implements Chart {}

  /// How the samples of each series are spread: a box from quartile to quartile, whiskers from the
  /// 5th to the 95th percentile.
  record Distribution(String title, String quantity, boolean log) implements Chart {}

  /// One lane a thread or process, time to the right, the recorded [Span]s as bars.
  record Timeline(String title) implements Chart {}

  /// One lane a party, time downwards, and an arrow from each write to every read that took bytes
  /// of it: the recorded [MessageEvent]s of a conversation.
  ///
  /// @param parties whose turns to draw, from left to right; turns that concern somebody else are
  ///   left out
  record Conversation(String title, List<String> parties) implements Chart {
    public Conversation {
      parties = List.copyOf(parties);
    }

    public Conversation(String title, String... parties) {
      this(title, List.of(parties));
    }
  }

  /// Each different outcome with its count and whether it was allowed.
  record Outcomes(String title) implements Chart {}
}
