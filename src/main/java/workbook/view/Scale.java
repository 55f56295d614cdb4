package workbook.view;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.DoubleStream;

/// Where values stand along an axis: 0 at its beginning, 1 at its end.
///
/// @param log whether equal distances are equal ratios; then `low` is above zero
record Scale(double low, double high, boolean log) {
  /// Forgives what floating-point division leaves behind.
  private static final double ALMOST = 1.000001;

  /// How many times the low end of a logarithmic axis the least bar is.
  private static final double CLEAR = 1.5;

  /// From the least value to the greatest. Logarithmic only where every value is above zero.
  static Scale exactly(Collection<Double> values, boolean log) {
    var range = stream(values).summaryStatistics();
    return range.getMin() < range.getMax()
        ? new Scale(range.getMin(), range.getMax(), log && range.getMin() > 0)
        : new Scale(range.getMin() - 0.5, range.getMax() + 0.5, false);
  }

  /// With ends at round numbers and zero in it, unless it is logarithmic.
  static Scale round(Collection<Double> values, boolean log) {
    var range = stream(values).summaryStatistics();
    var positive = stream(values).filter(value -> value > 0).summaryStatistics();
    if (log && positive.getCount() > 0) {
      return decades(positive.getMin(), positive.getMax());
    }
    return ends(Math.min(0, range.getMin()), Math.max(0, range.getMax()));
  }

  /// Like [#round], for bars: on a logarithmic axis the least value stands clear of the low end, so
  /// that its bar shows.
  static Scale bars(Collection<Double> values, boolean log) {
    var scale = round(values, log);
    var least = stream(values).filter(value -> value > 0).min().orElse(1);
    return scale.log && least < scale.low * CLEAR
        ? new Scale(scale.low / 10, scale.high, true)
        : scale;
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

  /// From and to a power of ten.
  private static Scale decades(double least, double greatest) {
    var low = Math.pow(10, Math.floor(Math.log10(least * ALMOST)));
    var high = Math.pow(10, Math.ceil(Math.log10(greatest / ALMOST)));
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

  /// What is measured along the axis, and how.
  String label(String quantity) {
    return log ? (quantity.isEmpty() ? "" : quantity + ", ") + "log scale" : quantity;
  }

  /// Whether a value stands at the end only because it has no logarithm.
  boolean offScale(double value) {
    return log && value <= 0;
  }

  /// Round values along the axis; where it is logarithmic, all powers of ten. Not all may have room
  /// for a figure: [TickLabel#fitting].
  ///
  /// @param most about how many there may be, from 2, where the axis is not logarithmic
  List<Double> ticks(int most) {
    if (log) {
      return logTicks();
    }
    var ticks = new ArrayList<Double>();
    var step = step(high - low, most);
    for (var n = Math.ceil(low / step - 1e-9); n * step <= high + step * 1e-9; n++) {
      ticks.add(n * step + 0.0); // never minus zero
    }
    return ticks;
  }

  /// Powers of ten. Where there is hardly one, their double and fivefold, too.
  private List<Double> logTicks() {
    var factors = Math.log10(high / low) < 2 ? List.of(1, 2, 5) : List.of(1);
    var ticks = new ArrayList<Double>();
    for (var n = (int) Math.floor(Math.log10(low)); Math.pow(10, n) <= high * ALMOST; n++) {
      for (var factor : factors) {
        var tick = factor * Math.pow(10, n);
        if (tick * ALMOST >= low && tick <= high * ALMOST) {
          ticks.add(tick);
        }
      }
    }
    return ticks;
  }

  /// Whether a value is a power of ten.
  static boolean isDecade(double value) {
    var exponent = Math.log10(value);
    return Math.abs(exponent - Math.rint(exponent)) < 1e-9;
  }

  /// The least of 1, 2, 5, 10, 20 … that divides a length into no more than so many parts.
  private static double step(double length, int most) {
    return roundUp(length / most);
  }

  /// The least of 1, 2, 5, 10, 20 … (and 0.5, 0.2, 0.1 …) that is not below a value.
  private static double roundUp(double value) {
    var power = Math.pow(10, Math.floor(Math.log10(value)));
    for (var factor : new double[] {1, 2, 5}) {
      if (value <= factor * power * ALMOST) {
        return factor * power;
      }
    }
    return 10 * power;
  }
}
