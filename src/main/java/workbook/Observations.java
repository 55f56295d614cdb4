package workbook;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// What a run saw, as data. Immutable; a [Recorder] collects it.
///
/// @param facts single values, in the order recorded
/// @param series measured samples, in the order first recorded
/// @param outcomes different outcomes with their counts
/// @param spans who did what when
/// @param transcript what was said, in the order of time
/// @param turns what the parties of conversations did, in the order of time
/// @param claims what should hold, and whether it did
/// @param notes what the learner should know about this run, for example what was skipped and why
/// @param answer what this run answers to the experiment's [Question]; empty when it never got
///   there
public record Observations(
    List<Fact> facts,
    List<Series> series,
    List<Outcome> outcomes,
    List<Span> spans,
    List<TranscriptLine> transcript,
    List<MessageEvent> turns,
    List<Claim> claims,
    List<String> notes,
    String answer) {
  public static final Observations NONE =
      new Observations(
          List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of(),
          "");

  public Observations {
    facts = List.copyOf(facts);
    series = List.copyOf(series);
    outcomes = List.copyOf(outcomes);
    spans = List.copyOf(spans);
    transcript = List.copyOf(transcript);
    turns = List.copyOf(turns);
    claims = List.copyOf(claims);
    notes = List.copyOf(notes);
  }

  /// All series of one quantity, in the order first recorded.
  public List<Series> of(String quantity) {
    return series.stream().filter(one -> one.quantity().equals(quantity)).toList();
  }

  /// The value of the fact with this name.
  public Optional<String> fact(String name) {
    return facts.stream().filter(one -> one.name().equals(name)).map(Fact::value).findFirst();
  }

  /// These observations with what an experiment makes of them.
  public Observations with(Findings findings) {
    return new Observations(
        facts,
        series,
        outcomes,
        spans,
        transcript,
        turns,
        both(claims, findings.claims()),
        both(notes, findings.notes()),
        findings.answer().isEmpty() ? answer : findings.answer());
  }

  private static <T> List<T> both(List<T> first, List<T> second) {
    return Stream.concat(first.stream(), second.stream()).toList();
  }

  /// How often an outcome was seen; 0 when it never was.
  public long count(String outcome) {
    return outcomes.stream()
        .filter(one -> one.seen().equals(outcome))
        .mapToLong(Outcome::count)
        .sum();
  }

  /// How often an outcome of one of several programs was seen; 0 when it never was.
  public long count(String group, String outcome) {
    return outcomes.stream()
        .filter(one -> one.group().equals(group) && one.seen().equals(outcome))
        .mapToLong(Outcome::count)
        .sum();
  }

  /// The samples of one series where there is no horizontal axis; empty when nothing was measured.
  public Optional<Series.Point> samples(String quantity, String series) {
    return samples(quantity, series, 0);
  }

  /// The samples of one series at a place of the horizontal axis; empty when nothing was measured.
  public Optional<Series.Point> samples(String quantity, String name, double at) {
    return of(quantity).stream()
        .filter(one -> one.name().equals(name))
        .flatMap(one -> one.points().stream())
        .filter(point -> point.at() == at)
        .findFirst();
  }

  public boolean everyClaimHeld() {
    return claims.stream().allMatch(Claim::held);
  }
}
