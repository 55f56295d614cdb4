package workbook.progress;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// One thing a learner did: a line of the [ProgressLog].
///
/// @param name of what: a lesson, a step, an experiment, a scenario or an exercise, for example
///   `races` or `races/lost-updates`
/// @param points what a check of an exercise gave; empty for every other kind
/// @param prediction what came of a prediction or a review; empty for every other kind
public record ProgressEvent(
    Instant at, Kind kind, String name, Optional<Points> points, Optional<Prediction> prediction) {
  /// What can be done.
  public enum Kind {
    /// A lesson's text was read.
    READ,
    /// An experiment ran to its end.
    RAN,
    /// A scenario was run under every schedule within reach.
    EXPLORED,
    /// A scenario was played to an end.
    PLAYED,
    /// A step's question was answered before the run.
    PREDICTED,
    /// A question that was missed was answered again.
    REVIEWED,
    /// An exercise was graded.
    CHECKED,
    /// One more hint to an exercise was read.
    HINTED,
    /// The solution of an exercise was read before its tests passed.
    GAVE_UP
  }

  private static final Set<Kind> GUESSES = EnumSet.of(Kind.PREDICTED, Kind.REVIEWED);

  static ProgressEvent now(Kind kind, String name) {
    return new ProgressEvent(Instant.now(), kind, name, Optional.empty(), Optional.empty());
  }

  static ProgressEvent now(String name, Points points) {
    return new ProgressEvent(
        Instant.now(), Kind.CHECKED, name, Optional.of(points), Optional.empty());
  }

  static ProgressEvent now(Kind kind, String name, Prediction prediction) {
    return new ProgressEvent(Instant.now(), kind, name, Optional.empty(), Optional.of(prediction));
  }

  /// This event as a line, for example `2026-03-01T10:15:30Z ran races/lost-updates`, `… checked
  /// races/tally 7/10` or `… predicted races/lost-updates wrong neither`.
  String line() {
    var told = at + " " + kind.name().toLowerCase(Locale.ROOT) + " " + name;
    var more = points.map(Points::toString).or(() -> prediction.map(Prediction::toString));
    return more.map(words -> told + " " + words).orElse(told);
  }

  /// The event a line tells of; empty when the line is not whole.
  static Optional<ProgressEvent> parse(String line) {
    var words = line.split(" ", 4);
    if (words.length < 3 || words[2].isBlank()) {
      return Optional.empty();
    }
    try {
      var kind = Kind.valueOf(words[1].toUpperCase(Locale.ROOT));
      var more = words.length == 4 ? Optional.of(words[3]) : Optional.<String>empty();
      if (more.isPresent() != (kind == Kind.CHECKED || GUESSES.contains(kind))) {
        return Optional.empty();
      }
      return Optional.of(
          new ProgressEvent(
              Instant.parse(words[0]),
              kind,
              words[2],
              more.filter(_ -> kind == Kind.CHECKED).map(Points::parse),
              more.filter(_ -> GUESSES.contains(kind)).map(Prediction::parse)));
    } catch (DateTimeException | IllegalArgumentException broken) {
      return Optional.empty();
    }
  }
}
