package workbook.view;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import workbook.Chart;
import workbook.Claim;
import workbook.MessageEvent;
import workbook.Observations;
import workbook.Outcome;
import workbook.Result;
import workbook.Series;
import workbook.Span;
import workbook.TranscriptLine;

/// All a run saw as one table in long form, comma-separated (RFC 4180): one observation a row,
/// ready for R, pandas or a spreadsheet.
///
/// Each row begins with what the whole run has in common: the experiment, when it started, the
/// machine, and one column a parameter. So tables of several runs can be put below each other. What
/// a row is about stands in its `kind`; the columns after it hold:
///
/// | kind       | series       | quantity         | at                | value        | text         |
/// | ---------- | ------------ | ---------------- | ----------------- | ------------ | ------------ |
/// | sample     | its name     | what is measured | place on the axis | the sample   |              |
/// | outcome    | what is seen | `acceptable` …   |                   | how often    | its meaning  |
/// | span       | its lane     | its state        | its beginning     | its duration |              |
/// | transcript | the speaker  |                  | moment            |              | what is said |
/// | message    | the party    | `writes` …       | moment            | bytes        | the bytes    |
/// | claim      | what it says | `held`           |                   | 1 or 0       | the evidence |
/// | fact       | its name     |                  |                   |              | its value    |
/// | note       |              |                  |                   |              | the note     |
///
/// A `prediction` and an `answer` look like a `note`. `group` names the program that an outcome was
/// seen of, where there are several; `peer` whom a message goes to or comes from. `unit` is that of
/// the value. Where a row has a place, `at_name` and `at_unit` say what of: moments are in `ns`
/// since the run began, an axis may be in `ms`, `bytes` or `%`, or a `count`, for example of
/// threads. `sample` counts the samples at one place of the axis, or the rows of any other kind.
/// What does not apply is empty. Numbers are written in full, with a point, whatever the machine's
/// language.
public final class Csv {
  private static final List<String> OBSERVATION =
      List.of(
          "kind",
          "group",
          "series",
          "peer",
          "quantity",
          "unit",
          "at",
          "at_name",
          "at_unit",
          "sample",
          "value",
          "text");

  private static final Map<String, String> NO_AXIS = Map.of();

  /// What an axis measures, and in which unit: `time (ms)`. An axis without a unit counts.
  private static final Pattern UNIT = Pattern.compile("(.+) \\((.+)\\)");

  private Csv() {}

  /// The lines, the first with the names of the columns, each ended with CR LF.
  ///
  /// @param charts those of the experiment: they name the axes
  public static String of(Result result, List<Chart> charts) {
    var text = new StringBuilder();
    try (var table = new CSVPrinter(text, CSVFormat.RFC4180)) {
      var parameters = result.parameters().values();
      table.printRecord(
          joined(
              List.of("experiment", "started", "cpu", "cores", "jdk", "os"),
              parameters.keySet().stream().map(name -> "param." + name).toList(),
              OBSERVATION));
      var machine = result.machine();
      var run =
          List.of(
              result.experiment(),
              result.started().toString(),
              machine.cpu(),
              Integer.toString(machine.cores()),
              machine.jdk(),
              machine.os());
      for (var row : rows(result, charts).toList()) {
        var cells = OBSERVATION.stream().map(column -> row.getOrDefault(column, "")).toList();
        table.printRecord(joined(run, List.copyOf(parameters.values()), cells));
      }
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return text.toString();
  }

  private static List<String> joined(
      List<String> run, List<String> parameters, List<String> observation) {
    return Stream.of(run, parameters, observation).flatMap(List::stream).toList();
  }

  /// The cells of each observation by the name of their column.
  private static Stream<Map<String, String>> rows(Result result, List<Chart> charts) {
    var seen = result.observations();
    return Stream.of(
            seen.series().stream().flatMap(series -> samples(series, axis(series, charts))),
            all("outcome", seen.outcomes(), Csv::outcome),
            all("span", seen.spans(), Csv::span),
            all("transcript", seen.transcript(), Csv::said),
            all("message", seen.turns(), Csv::message),
            all("claim", seen.claims(), Csv::claim),
            all("fact", seen.facts(), fact -> Map.of("series", fact.name(), "text", fact.value())),
            all("note", seen.notes(), Csv::text),
            all("prediction", result.prediction().stream().toList(), Csv::text),
            all("answer", answers(seen), Csv::text))
        .flatMap(Function.identity());
  }

  private static List<String> answers(Observations seen) {
    return seen.answer().isEmpty() ? List.of() : List.of(seen.answer());
  }

  /// A row for each, numbered from 1.
  private static <T> Stream<Map<String, String>> all(
      String kind, List<T> observed, Function<T, Map<String, String>> cells) {
    return IntStream.range(0, observed.size())
        .mapToObj(
            index ->
                with(
                    cells.apply(observed.get(index)),
                    Map.of("kind", kind, "sample", Integer.toString(index + 1))));
  }

  private static Map<String, String> with(Map<String, String> some, Map<String, String> more) {
    var both = new HashMap<>(some);
    both.putAll(more);
    return both;
  }

  private static Stream<Map<String, String>> samples(Series series, Map<String, String> axis) {
    var common =
        with(
            axis,
            Map.of("series", series.name(), "quantity", series.quantity(), "unit", series.unit()));
    return series.points().stream()
        .flatMap(
            point -> {
              var place = place(point, axis);
              return all(
                  "sample",
                  point.samples(),
                  value -> with(with(common, place), Map.of("value", number(value))));
            });
  }

  /// What a chart calls the horizontal axis of a series; empty where there is none.
  private static Map<String, String> axis(Series series, List<Chart> charts) {
    var over = Chart.axis(charts, List.of(series));
    if (over.isEmpty()) {
      return NO_AXIS;
    }
    var measured = UNIT.matcher(over.get());
    return measured.matches()
        ? Map.of("at_name", measured.group(1), "at_unit", measured.group(2))
        : Map.of("at_name", over.get(), "at_unit", "count");
  }

  private static Map<String, String> place(Series.Point point, Map<String, String> axis) {
    return axis.isEmpty() && point.at() == 0 ? NO_AXIS : Map.of("at", number(point.at()));
  }

  private static Map<String, String> moment(long nanos) {
    return Map.of("at", Long.toString(nanos), "at_name", "time since start", "at_unit", "ns");
  }

  private static Map<String, String> outcome(Outcome outcome) {
    return Map.of(
        "group", outcome.group(),
        "series", outcome.seen(),
        "quantity", outcome.expected().name().toLowerCase(Locale.ROOT),
        "unit", "times",
        "value", Long.toString(outcome.count()),
        "text", outcome.meaning());
  }

  private static Map<String, String> span(Span span) {
    var duration = Long.toString(span.to() - span.from());
    return with(
        moment(span.from()),
        Map.of("series", span.lane(), "quantity", span.state(), "unit", "ns", "value", duration));
  }

  private static Map<String, String> said(TranscriptLine line) {
    return with(moment(line.at()), Map.of("series", line.speaker(), "text", line.text()));
  }

  private static Map<String, String> message(MessageEvent event) {
    return with(
        moment(event.at()),
        Map.of(
            "series", event.party(),
            "peer", event.peer(),
            "quantity", event.act().verb(),
            "unit", "bytes",
            "value", Integer.toString(event.bytes()),
            "text", event.text()));
  }

  private static Map<String, String> claim(Claim claim) {
    return Map.of(
        "series",
        claim.says(),
        "quantity",
        "held",
        "value",
        claim.held() ? "1" : "0",
        "text",
        claim.evidence());
  }

  private static Map<String, String> text(String text) {
    return Map.of("text", text);
  }

  /// Whole numbers without a point, others as Java writes them; both read back exactly.
  private static String number(double value) {
    return value == Math.rint(value) && Math.abs(value) < 1e15
        ? Long.toString((long) value)
        : Double.toString(value);
  }
}
