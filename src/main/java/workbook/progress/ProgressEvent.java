package workbook.progress;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/// One thing a learner did: a line of the [ProgressLog].
///
/// @param name of what: a lesson, an experiment, a scenario or an exercise, for example `races` or
///   `races/lost-updates`
/// @param points what a check of an exercise gave; empty for every other kind
public record ProgressEvent(Instant at, Kind kind, String name, Optional<Points> points) {
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
    /// An exercise was graded.
    CHECKED,
    /// One more hint to an exercise was read.
    HINTED,
    /// The solution of an exercise was read before its tests passed.
    GAVE_UP
  }

  ProgressEvent(Instant at, Kind kind, String name) {
    this(at, kind, name, Optional.empty());
  }

  /// This event as a line, for example `2026-03-01T10:15:30Z ran races/lost-updates` or
  /// `2026-03-01T10:15:30Z checked races/tally 7/10`.
  String line() {
    var told = at + " " + kind.name().toLowerCase(Locale.ROOT) + " " + name;
    return points.map(given -> told + " " + given).orElse(told);
  }

  /// The event a line tells of; empty when the line is not whole.
  static Optional<ProgressEvent> parse(String line) {
    var words = line.split(" ");
    if (words.length < 3 || words[2].isBlank()) {
      return Optional.empty();
    }
    try {
      var kind = Kind.valueOf(words[1].toUpperCase(Locale.ROOT));
      if (words.length != (kind == Kind.CHECKED ? 4 : 3)) {
        return Optional.empty();
      }
      var points =
          kind == Kind.CHECKED ? Optional.of(Points.parse(words[3])) : Optional.<Points>empty();
      return Optional.of(new ProgressEvent(Instant.parse(words[0]), kind, words[2], points));
    } catch (DateTimeException | IllegalArgumentException broken) {
      return Optional.empty();
    }
  }
}
