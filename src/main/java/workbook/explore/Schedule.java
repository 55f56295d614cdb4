package workbook.explore;

import workbook.explore.search.Decisions;

/// One interleaving of a program's threads, as a short string that repeats it exactly.
///
/// @param text for example `12.1-15.2+5c3f00a1`; a report prints it
public record Schedule(String text) {
  /// @throws IllegalArgumentException with one plain sentence when the text is no schedule
  public Schedule {
    text = Decisions.parse(text).toString();
  }

  /// Reads what a report printed.
  ///
  /// @throws IllegalArgumentException with one plain sentence when the text is no schedule
  public static Schedule parse(String text) {
    return new Schedule(text);
  }

  static Schedule of(Decisions decisions) {
    return new Schedule(decisions.toString());
  }

  Decisions decisions() {
    return Decisions.parse(text);
  }

  @Override
  public String toString() {
    return text;
  }
}
