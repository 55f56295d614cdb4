package workbook.view;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import workbook.Result;

/// All samples of a result as comma-separated values (RFC 4180): one line a sample, ready for a
/// spreadsheet, R or pandas.
///
/// Outcomes follow as samples of the quantity `outcome`, then the turns of conversations, each at
/// its nanosecond with its bytes, so that one file holds every number of the run. Numbers are
/// written in full, with a point, whatever the machine's language.
public final class Csv {
  private static final String END = "\r\n";

  private Csv() {}

  /// The lines, the first with the names of the columns, each ended with CR LF.
  public static String of(Result result) {
    var text = new StringBuilder();
    text.append(line("experiment", "quantity", "unit", "series", "at", "sample", "value"));
    for (var series : result.observations().series()) {
      for (var point : series.points()) {
        var number = 0;
        for (var value : point.samples()) {
          text.append(
              line(
                  result.experiment(),
                  series.quantity(),
                  series.unit(),
                  series.name(),
                  number(point.at()),
                  Integer.toString(++number),
                  number(value)));
        }
      }
    }
    for (var outcome : result.observations().outcomes()) {
      var count = Long.toString(outcome.count());
      var group = outcome.group().isEmpty() ? "" : outcome.group() + ": ";
      var name = group + outcome.seen();
      text.append(line(result.experiment(), "outcome", "times", name, "0", "1", count));
    }
    var number = 0;
    for (var event : result.observations().turns()) {
      text.append(
          line(
              result.experiment(),
              (event.party() + " " + event.act().verb()).strip(),
              "bytes",
              event.peer().isEmpty() ? event.text() : event.peer(),
              Long.toString(event.at()),
              Integer.toString(++number),
              Integer.toString(event.bytes())));
    }
    return text.toString();
  }

  /// Whole numbers without a point, others as Java writes them; both read back exactly.
  private static String number(double value) {
    return value == Math.rint(value) && Math.abs(value) < 1e15
        ? Long.toString((long) value)
        : Double.toString(value);
  }

  private static String line(String... cells) {
    return Stream.of(cells).map(Csv::quoted).collect(Collectors.joining(",", "", END));
  }

  private static String quoted(String cell) {
    var quoted = cell.matches("(?s).*[\",\r\n].*");
    return quoted ? '"' + cell.replace("\"", "\"\"") + '"' : cell;
  }
}
