package workbook;

/// Which picture to draw of the observations. What it shows is in the [Observations]; this names
/// the quantity and the axes.
public sealed interface Chart {
  /// What the picture shows, in a few words.
  String title();

  /// One bar a series: the median, with whiskers from the first to the third quartile.
  ///
  /// @param quantity the [Series#quantity] to draw
  /// @param log whether the value axis is logarithmic
  record Bars(String title, String quantity, boolean log) implements Chart {}

  /// One line a series over a numeric axis, medians with a band between the quartiles.
  ///
  /// @param quantity the [Series#quantity] to draw
  /// @param over what the horizontal axis counts, for example `threads`
  record Lines(String title, String quantity, String over, boolean logX, boolean logY)
      implements Chart {}

  /// How the samples of each series are spread: a box from quartile to quartile, whiskers from the
  /// 5th to the 95th percentile.
  record Distribution(String title, String quantity, boolean log) implements Chart {}

  /// One lane a thread or process, time to the right, the recorded [Span]s as bars.
  record Timeline(String title) implements Chart {}

  /// Each different outcome with its count and whether it was allowed.
  record Outcomes(String title) implements Chart {}
}
