package workbook.run;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import workbook.Fact;
import workbook.MessageEvent;
import workbook.Observations;
import workbook.Outcome;
import workbook.Series;
import workbook.Span;
import workbook.TranscriptLine;

/// Observations that grow: samples of one series are kept together, counts of one outcome added up.
///
/// Safe to use from several threads; [#observations] is a snapshot at any time.
final class ObservationsBuilder {
  private record Name(String series, String quantity, String unit) {}

  private record OutcomeName(String group, String seen) {}

  private final Map<String, String> facts = new LinkedHashMap<>();
  private final Map<Name, Map<Double, List<Double>>> series = new LinkedHashMap<>();
  private final Map<OutcomeName, Outcome> outcomes = new LinkedHashMap<>();
  private final List<Span> spans = new ArrayList<>();
  private final List<TranscriptLine> transcript = new ArrayList<>();
  private final List<MessageEvent> turns = new ArrayList<>();
  private final Set<String> notes = new LinkedHashSet<>();

  /// Adds all that was seen later.
  synchronized void add(Observations later) {
    later.facts().forEach(fact -> fact(fact.name(), fact.value()));
    later.series().forEach(this::add);
    later.outcomes().forEach(this::outcome);
    spans.addAll(later.spans());
    transcript.addAll(later.transcript());
    turns.addAll(later.turns());
    notes.addAll(later.notes());
  }

  private void add(Series later) {
    for (var point : later.points()) {
      samples(later.quantity(), later.unit(), later.name(), point.at()).addAll(point.samples());
    }
  }

  synchronized void sample(String quantity, String unit, String series, double at, double value) {
    samples(quantity, unit, series, at).add(value);
  }

  private List<Double> samples(String quantity, String unit, String name, double at) {
    return series
        .computeIfAbsent(new Name(name, quantity, unit), none -> new LinkedHashMap<>())
        .computeIfAbsent(at + 0.0, none -> new ArrayList<>()); // + 0.0 makes one zero of -0.0 and 0
  }

  synchronized void fact(String name, String value) {
    facts.put(name, value);
  }

  synchronized void outcome(Outcome later) {
    outcomes.merge(
        new OutcomeName(later.group(), later.seen()),
        later,
        (before, now) ->
            new Outcome(
                now.group(),
                now.seen(),
                now.expected(),
                before.count() + now.count(),
                now.meaning()));
  }

  synchronized void span(Span span) {
    spans.add(span);
  }

  synchronized void said(long at, String speaker, String text) {
    transcript.add(new TranscriptLine(at, speaker, text));
  }

  synchronized void turn(MessageEvent event) {
    turns.add(event);
  }

  synchronized void note(String text) {
    notes.add(text);
  }

  synchronized Observations observations() {
    return new Observations(
        facts.entrySet().stream().map(one -> new Fact(one.getKey(), one.getValue())).toList(),
        series.entrySet().stream().map(one -> seriesOf(one.getKey(), one.getValue())).toList(),
        List.copyOf(outcomes.values()),
        spans,
        transcript.stream().sorted(Comparator.comparingLong(TranscriptLine::at)).toList(),
        turns.stream().sorted(Comparator.comparingLong(MessageEvent::at)).toList(),
        List.of(),
        List.copyOf(notes),
        "");
  }

  private static Series seriesOf(Name name, Map<Double, List<Double>> samples) {
    var points =
        samples.entrySet().stream()
            .map(place -> new Series.Point(place.getKey(), place.getValue()))
            .toList();
    return new Series(name.series(), name.quantity(), name.unit(), points);
  }
}
