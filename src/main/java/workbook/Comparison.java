package workbook;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/// Two results of one experiment side by side.
///
/// @param cautions sentences on what else differed, without which the ratios could mislead
/// @param rows what both results measured, in the order of the first
public record Comparison(Result first, Result second, List<String> cautions, List<Row> rows) {
  /// The medians of one series at one place.
  ///
  /// @param at the place on the horizontal axis; 0 where there is none
  public record Row(
      String series, String quantity, String unit, double at, double first, double second) {
    /// How many times the first median the second is; empty when the first is zero.
    public Optional<Double> ratio() {
      return first == 0 ? Optional.empty() : Optional.of(second / first);
    }
  }

  public Comparison {
    cautions = List.copyOf(cautions);
    rows = List.copyOf(rows);
  }

  /// Compares two results.
  ///
  /// @throws IllegalArgumentException with a sentence when they are not of one experiment
  public static Comparison of(Result first, Result second) {
    if (!first.experiment().equals(second.experiment())) {
      throw new IllegalArgumentException(
          "Only results of the same experiment can be compared, not %s and %s."
              .formatted(first.experiment(), second.experiment()));
    }
    return new Comparison(first, second, cautions(first, second), rows(first, second));
  }

  private static List<String> cautions(Result first, Result second) {
    var cautions = new ArrayList<String>();
    for (var name : first.parameters().values().keySet()) {
      caution(
          cautions,
          "--" + name,
          first.parameters().values().get(name),
          second.parameters().values().getOrDefault(name, "not set"));
    }
    var one = first.machine();
    var other = second.machine();
    caution(cautions, "CPU", one.cpu(), other.cpu());
    caution(cautions, "Cores", one.cores(), other.cores());
    caution(cautions, "JDK", one.jdk(), other.jdk());
    caution(cautions, "OS", one.os(), other.os());
    caution(cautions, "Ending", first.ending(), second.ending());
    return cautions;
  }

  private static void caution(List<String> cautions, String what, Object first, Object second) {
    if (!Objects.equals(first, second)) {
      cautions.add("%s differs: first %s, second %s.".formatted(what, first, second));
    }
  }

  private static List<Row> rows(Result first, Result second) {
    var rows = new ArrayList<Row>();
    for (var series : first.observations().series()) {
      for (var point : series.points()) {
        medianIn(second, series, point.at())
            .map(
                median ->
                    new Row(
                        series.name(),
                        series.quantity(),
                        series.unit(),
                        point.at(),
                        point.median(),
                        median))
            .ifPresent(rows::add);
      }
    }
    return rows;
  }

  private static Optional<Double> medianIn(Result result, Series like, double at) {
    return result.observations().of(like.quantity()).stream()
        .filter(series -> series.name().equals(like.name()) && series.unit().equals(like.unit()))
        .flatMap(series -> series.points().stream())
        .filter(point -> point.at() == at)
        .map(Series.Point::median)
        .findFirst();
  }
}
