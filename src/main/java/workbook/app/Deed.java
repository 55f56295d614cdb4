package workbook.app;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/// One thing a learner did: a line of the [Diary].
///
/// @param name of what: a lesson, an experiment or a scenario, for example `races` or
///   `races/lost-updates`
record Deed(Instant at, Kind kind, String name) {
  /// What can be done.
  enum Kind {
    /// A lesson's text was read.
    READ,
    /// An experiment ran to its end.
    RAN,
    /// A scenario was run under every schedule within reach.
    EXPLORED,
    /// A scenario was played to an end.
    PLAYED
  }

  /// This deed as a line, for example `2026-03-01T10:15:30Z ran races/lost-updates`.
  String line() {
    return at + " " + kind.name().toLowerCase(Locale.ROOT) + " " + name;
  }

  /// The deed a line tells of; empty when the line is not whole.
  static Optional<Deed> parse(String line) {
    var words = line.split(" ");
    if (words.length != 3 || words[2].isBlank()) {
      return Optional.empty();
    }
    try {
      var kind = Kind.valueOf(words[1].toUpperCase(Locale.ROOT));
      return Optional.of(new Deed(Instant.parse(words[0]), kind, words[2]));
    } catch (DateTimeException | IllegalArgumentException broken) {
      return Optional.empty();
    }
  }
}
