package workbook.grade;

import java.util.Optional;
import java.util.regex.Pattern;

/// What a test expected and what it saw, as JUnit tells it.
///
/// @param expected a value, or the short name of an exception
/// @param saw the other value, or what happened in place of the exception
/// @param exception whether an exception was expected, and another one or none came
public record Mismatch(String expected, String saw, boolean exception) {
  private static final Pattern VALUES =
      Pattern.compile("(?s)(?:^|.* ==> )expected: <(.*)> but was: <(.*)>");

  private static final Pattern EXCEPTION =
      Pattern.compile("(?s).*Expected (?:[\\w.$]+\\.)?(\\w+) to be thrown, but (.*)\\.");

  private static final Pattern OTHER_EXCEPTION =
      Pattern.compile(
          "(?s).*exception type thrown, expected: <(?:[\\w.$]+\\.)?(\\w+)> but was: <(.*)>");

  /// What a sentence tells of two values, or of an exception; empty when it tells neither.
  static Optional<Mismatch> in(String what) {
    return in(OTHER_EXCEPTION, what, true)
        .or(() -> in(EXCEPTION, what, true))
        .or(() -> in(VALUES, what, false));
  }

  private static Optional<Mismatch> in(Pattern pattern, String what, boolean exception) {
    var found = pattern.matcher(what);
    return found.matches()
        ? Optional.of(new Mismatch(found.group(1), found.group(2), exception))
        : Optional.empty();
  }
}
