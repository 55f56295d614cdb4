package workbook.view;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Locale;

/// Numbers as a reader wants them: whole numbers in full with thousands separated, others to three
/// significant digits. Never in the machine's locale, so that a text is the same everywhere.
final class Numbers {
  private static final MathContext THREE_DIGITS = new MathContext(3, RoundingMode.HALF_UP);
  private static final double WHOLE_UP_TO = 1e15;
  private static final double LONG_FROM = 1e7;
  private static final double PLAIN_FROM = 1e-4;

  /// A longer unit is a word: `permits` is one, `ms` and `KiB` are none.
  private static final int LONGEST_SYMBOL = 3;

  private Numbers() {}

  static String of(double value) {
    var size = Math.abs(value);
    if (value == Math.rint(value) && size < WHOLE_UP_TO) {
      return String.format(Locale.ROOT, "%,d", (long) value);
    }
    if (size < PLAIN_FROM || size >= WHOLE_UP_TO) {
      return scientific(value);
    }
    var decimals = decimals(size);
    return String.format(
        Locale.ROOT,
        "%,." + decimals + "f",
        BigDecimal.valueOf(value).setScale(decimals, RoundingMode.HALF_UP));
  }

  /// How many digits after the point leave three significant ones: 0 from 100 on.
  private static int decimals(double size) {
    var rounded = BigDecimal.valueOf(size).round(THREE_DIGITS);
    return Math.max(0, 2 - (rounded.precision() - rounded.scale() - 1));
  }

  /// A figure with its unit: `12.3 ns`, `40 %`, `1 permit`, or the bare figure where there is no
  /// unit.
  static String of(double value, String unit) {
    if (unit.isEmpty()) {
      return of(value);
    }
    var isPlural = unit.length() > LONGEST_SYMBOL && unit.endsWith("s");
    return of(value) + " " + unit(value == 1 && isPlural ? unit.replaceFirst("s$", "") : unit);
  }

  /// A quantity with the unit that its figures are in: `time to start (µs)`.
  static String inUnit(String quantity, String unit) {
    return unit.isEmpty() ? quantity : quantity + " (" + unit(unit) + ")";
  }

  /// A unit as it is printed: `µs` for what lessons record as `us`. [Ascii] makes it `us` again.
  static String unit(String recorded) {
    return recorded.equals("us") ? "µs" : recorded;
  }

  /// A figure of an axis: as short as it can be, `0.1` instead of `0.100`, `1e9` instead of
  /// `1,000,000,000`.
  static String tick(double value) {
    var power = scientific(value).replace(".0e", "e");
    if (Math.abs(value) >= LONG_FROM && Double.parseDouble(power) == value) {
      return power;
    }
    return of(value).replaceFirst("(\\.\\d*?)0+(e|$)", "$1$2").replaceFirst("\\.(e|$)", "$1");
  }

  private static String scientific(double value) {
    return String.format(Locale.ROOT, "%.1e", value).replaceFirst("e\\+?(-?)0*", "e$1");
  }

  /// A share of a whole: `33.3 %`. A share that is not nothing never shows as `0 %`, nor one that
  /// is not all as `100 %`.
  static String share(long part, long whole) {
    if (part == 0 || whole == 0) {
      return "0 %";
    }
    if (part == whole) {
      return "100 %";
    }
    var percent = 100.0 * part / whole;
    if (percent < 0.05) {
      return "< 0.1 %";
    }
    return percent >= 99.95 ? "> 99.9 %" : String.format(Locale.ROOT, "%.1f %%", percent);
  }

  /// A whole number that was typed as text, with thousands separated; any other text unchanged.
  static String typed(String text) {
    return text.matches("-?\\d{1,15}") ? of(Long.parseLong(text)) : text;
  }
}
