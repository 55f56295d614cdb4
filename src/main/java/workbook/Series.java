package workbook;

import java.util.List;

/// Samples of one quantity that belong together: one bar or one line.
///
/// @param name what was measured, for example `AtomicInteger`
/// @param quantity which quantity, for example `time per increment`
/// @param unit its unit, for example `ns`
/// @param points the samples by place on the horizontal axis, in the order first recorded
public record Series(String name, String quantity, String unit, List<Point> points) {
  public Series {
    points = List.copyOf(points);
  }

  /// The samples at one place of the horizontal axis.
  ///
  /// @param at the place, for example the number of threads; 0 where there is no such axis
  /// @param samples at least one, in the order recorded
  public record Point(double at, List<Double> samples) {
    public Point {
      samples = List.copyOf(samples);
      if (samples.isEmpty()) {
        throw new IllegalArgumentException("a point without samples");
      }
    }

    public double median() {
      return quantile(0.5);
    }

    /// Whether this is smaller beyond doubt: three quarters of its samples lie below three quarters
    /// of the other's.
    public boolean clearlyBelow(Point other) {
      return quantile(0.75) < other.quantile(0.25);
    }

    /// The value below which a share of the samples lies, interpolated linearly between neighbours
    /// (Hyndman and Fan's type 7, what R, NumPy and spreadsheets do).
    ///
    /// @param share from 0 (the smallest sample) to 1 (the largest)
    public double quantile(double share) {
      var sorted = samples.stream().sorted().toList();
      var place = share * (sorted.size() - 1);
      var below = (int) Math.floor(place);
      var above = (int) Math.ceil(place);
      var low = sorted.get(below);
      return low + (place - below) * (sorted.get(above) - low);
    }
  }
}
