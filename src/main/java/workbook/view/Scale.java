package workbook.view;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.DoubleStream;

/// Where values stand along an axis: 0 at its beginning, 1 at its end.
///
/// @param log whether equal distances are equal ratios; then `low` is above zero
record Scale(double low, double high, boolean log) {
  /// From the least value to the greatest. Logarithmic only where every value is above zero.
  static Scale exactly(Collection<Double> values, boolean log) {
    var range = stream(values).summaryStatistics();
    return range.getMin() < range.getMax()
        ? new Scale(range.getMin(), range.getMax(), log && range.getMin() > 0)
        : new Scale(range.getMin() - 0.5, range.getMax() + 0.5, false);
  }

  /// With zero in it and ends at round numbers; logarithmic ones begin and end at a power of ten.
  static Scale round(Collection<Double> values, boolean log) {
    var range = stream(values).summaryStatistics();
    var positive = stream(values).filter(value -> value > 0).summaryStatistics();
    if (log && positive.getCount() > 0) {
      return decades(positive.getMin(), positive.getMax());
    }
    return ends(Math.min(0, range.getMin()), Math.max(0, range.getMax()));
  }

  /// With ends at round numbers, zero in it or not.
  static Scale around(Collection<Double> values, boolean log) {
    var range = stream(values).summaryStatistics();
    return log && range.getMin() > 0
        ? decades(range.getMin(), range.getMax())
        : ends(range.getMin(), range.getMax());
  }

  private static DoubleStream stream(Collection<Double> values) {
    return values.stream().mapToDouble(Double::doubleValue);
  }

  /// The least value stands clear of the low end, so that its bar shows.
  private static Scale decades(double least, double greatest) {
    var low = Math.pow(10, Math.floor(Math.log10(least / 2)));
    var high = Math.pow(10, Math.ceil(Math.log10(greatest)));
    return new Scale(low, high > low ? high : low * 10, true);
  }

  private static Scale ends(double least, double greatest) {
    var wide = greatest > least ? greatest : least + (least == 0 ? 1 : Math.abs(least) / 10);
    var step = step(wide - least, 5);
    return new Scale(Math.floor(least / step) * step, Math.ceil(wide / step) * step, false);
  }

  /// The share of the way from the low to the high end. Values beyond an end, and zero on a
  /// logarithmic axis, stand at the end.
  double share(double value) {
    var share =
        log
            ? Math.log(Math.max(value, low) / low) / Math.log(high / low)
            : (value - low) / (high - low);
    return Math.clamp(share, 0, 1);
  }

  /// Whether a value stands at the end only because it has no logarithm.
  boolean offScale(double value) {
    return log && value <= 0;
  }

  /// Round values along the axis: powers of ten, or multiples of 1, 2 or 5.
  ///
  /// @param most about how many there may be, from 2
  List<Double> ticks(int most) {
    var ticks = new ArrayList<Double>();
    if (log) {
      var decades = (int) Math.round(Math.log10(high / low));
      var stride = Math.max(1, (int) Math.ceil((double) decades / most));
      var first = Math.ceil(Math.log10(low) - 1e-9);
      for (var d = 0; Math.pow(10, first + d) <= high * 1.000001; d += stride) {
        ticks.add(Math.pow(10, first + d));
      }
      return ticks;
    }
    var step = step(high - low, most);
    for (var n = Math.ceil(low / step - 1e-9); n * step <= high + step * 1e-9; n++) {
      ticks.add(n * step);
    }
    return ticks;
  }

  /// The least of 1, 2, 5, 10, 20 … that divides a length into no more than so many parts.
  private static double step(double length, int most) {
    var rough = length / most;
    var power = Math.pow(10, Math.floor(Math.log10(rough)));
    for (var factor : new double[] {1, 2, 5}) {
      if (rough <= factor * power * 1.000001) {
        return factor * power;
      }
    }
    return 10 * power;
  }
}
