package workbook.view;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/// The figure of a mark on an axis, and the room that it takes along the axis.
///
/// @param mark the value that the figure names
/// @param start where the figure begins
/// @param end where it ends, not below its beginning
record TickLabel(double mark, double start, double end) {
  /// As many of these as do not touch: all, every second, every third … where they stand at equal
  /// distances, of powers of ten those whose exponent can be divided; else each that is clear of
  /// the one before it.
  ///
  /// @param all from the first mark to the last
  /// @param gap the least room between two
  static List<TickLabel> fitting(List<TickLabel> all, double gap) {
    if (evenly(all)) {
      for (var stride = 1; stride < all.size(); stride++) {
        var some = every(stride, all);
        if (some.size() > 1 && some.equals(clear(some, gap))) {
          return some;
        }
      }
    }
    return clear(all, gap);
  }

  private static List<TickLabel> every(int stride, List<TickLabel> all) {
    var decades = all.stream().allMatch(label -> Scale.isDecade(label.mark));
    return IntStream.range(0, all.size())
        .filter(
            index -> {
              var rank = decades ? Math.round(Math.log10(all.get(index).mark)) : index;
              return Math.floorMod(rank, stride) == 0;
            })
        .mapToObj(all::get)
        .toList();
  }

  private static List<TickLabel> clear(List<TickLabel> all, double gap) {
    var clear = new ArrayList<TickLabel>();
    for (var label : all) {
      if (clear.isEmpty() || label.start - clear.getLast().end >= gap) {
        clear.add(label);
      }
    }
    return clear;
  }

  /// Whether neighbours are all equally far, or equal ratios, apart.
  private static boolean evenly(List<TickLabel> all) {
    var steps =
        IntStream.range(1, all.size())
            .mapToDouble(index -> all.get(index).mark - all.get(index - 1).mark)
            .summaryStatistics();
    var ratios =
        IntStream.range(1, all.size())
            .mapToDouble(index -> all.get(index).mark / all.get(index - 1).mark)
            .summaryStatistics();
    return steps.getMax() <= steps.getMin() * 1.001 || ratios.getMax() <= ratios.getMin() * 1.001;
  }
}
