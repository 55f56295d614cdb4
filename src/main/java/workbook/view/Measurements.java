package workbook.view;

import java.util.ArrayList;
import java.util.IntSummaryStatistics;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import workbook.Series;
import workbook.Series.Point;

/// The samples of one quantity as a table: medians, and quartiles where there is more than one
/// sample.
final class Measurements {
  /// A table of more places than this on the horizontal axis shows a selection of them.
  private static final int MOST_PLACES = 16;

  private Measurements() {}

  /// @param over what the horizontal axis counts; empty when there is none
  /// @param series all of one quantity
  static String table(String quantity, String over, List<Series> series, Page page) {
    var places = places(series);
    var shown = places.size() <= MOST_PLACES ? places : selection(places);
    var title = title(quantity, series);
    if (shown.size() < places.size()) {
      title += "; %d of %s places".formatted(shown.size(), Numbers.of(places.size()));
    }
    var table = over.isEmpty() && places.size() == 1 ? list(series) : wide(over, series, shown);
    if (!table.fits(page) && places.size() > 1) {
      table = tall(over, series, shown);
    }
    return TextColor.BOLD.on(page, TerminalText.shorten(title, page.width()))
        + "\n"
        + table.draw(page);
  }

  private static List<Double> places(List<Series> series) {
    return points(series).map(Point::at).distinct().sorted().toList();
  }

  private static Stream<Point> points(List<Series> series) {
    return series.stream().flatMap(one -> one.points().stream());
  }

  /// Places at even distances, the first and the last among them.
  private static List<Double> selection(List<Double> places) {
    var selection = new ArrayList<Double>();
    for (var s = 0; s < MOST_PLACES; s++) {
      selection.add(places.get(s * (places.size() - 1) / (MOST_PLACES - 1)));
    }
    return selection;
  }

  /// For example `Time per increment (ns): medians of 5 samples, quartiles`.
  private static String title(String quantity, List<Series> series) {
    var counts = counts(series);
    var capital = quantity.substring(0, 1).toUpperCase(Locale.ROOT) + quantity.substring(1);
    var title = Numbers.inUnit(capital, unit(series));
    if (counts.getMax() == 1) {
      return title;
    }
    var range = counts.getMin() == counts.getMax() ? "" : Numbers.of(counts.getMin()) + " to ";
    return title + ": medians of " + range + Numbers.of(counts.getMax()) + " samples, quartiles";
  }

  private static IntSummaryStatistics counts(List<Series> series) {
    return points(series).mapToInt(point -> point.samples().size()).summaryStatistics();
  }

  private static String unit(List<Series> series) {
    return series.getFirst().unit();
  }

  /// One row a series, without a horizontal axis.
  private static Table list(List<Series> series) {
    var several = counts(series).getMax() > 1;
    var table = new Table().column("", Table.Align.LEFT);
    var heading = unit(series).isEmpty() ? "value" : Numbers.unit(unit(series));
    table.column(several ? "median" : heading, Table.Align.POINT);
    if (several) {
      table.column("1st quartile", Table.Align.POINT).column("3rd quartile", Table.Align.POINT);
    }
    for (var one : series) {
      var point = one.points().getFirst();
      var cells = new ArrayList<>(List.of(one.name(), Numbers.of(point.median())));
      if (several) {
        cells.add(Numbers.of(point.quantile(0.25)));
        cells.add(Numbers.of(point.quantile(0.75)));
      }
      table.row(TextColor.PLAIN, cells);
    }
    return table;
  }

  /// One row a series and one column a place.
  private static Table wide(String over, List<Series> series, List<Double> places) {
    var table = new Table().column(over, Table.Align.LEFT);
    places.forEach(place -> table.column(Numbers.of(place), Table.Align.RIGHT));
    for (var one : series) {
      add(table, one.name(), places, place -> median(one, place), place -> quartiles(one, place));
    }
    return table;
  }

  /// One row a place and one column a series, for many places.
  private static Table tall(String over, List<Series> series, List<Double> places) {
    var table = new Table().column(over, Table.Align.RIGHT);
    series.forEach(one -> table.column(one.name(), Table.Align.RIGHT));
    for (var place : places) {
      var name = Numbers.of(place);
      add(table, name, series, one -> median(one, place), one -> quartiles(one, place));
    }
    return table;
  }

  /// A row of medians, and below it one of quartiles where there are any.
  private static <T> void add(
      Table table,
      String name,
      List<T> columns,
      Function<T, String> median,
      Function<T, String> quartiles) {
    table.row(
        TextColor.PLAIN, Stream.concat(Stream.of(name), columns.stream().map(median)).toList());
    var ranges = columns.stream().map(quartiles).toList();
    if (ranges.stream().anyMatch(range -> !range.isEmpty())) {
      table.row(TextColor.MUTED, Stream.concat(Stream.of(""), ranges.stream()).toList());
    }
  }

  private static String median(Series series, double place) {
    return at(series, place).map(point -> Numbers.of(point.median())).findFirst().orElse("-");
  }

  private static String quartiles(Series series, double place) {
    return at(series, place).map(Measurements::quartiles).findFirst().orElse("");
  }

  /// `11.8–13.1`; empty where both quartiles are the same.
  static String quartiles(Point point) {
    var first = Numbers.of(point.quantile(0.25));
    var third = Numbers.of(point.quantile(0.75));
    return first.equals(third) ? "" : first + "–" + third;
  }

  private static Stream<Point> at(Series series, double place) {
    return series.points().stream().filter(point -> Objects.equals(point.at(), place));
  }
}
