package workbook.app;

/// Makes whole sentences of phrases.
final class Sentence {
  private Sentence() {}

  /// Begins with a capital letter and ends with a full stop.
  static String of(String phrase) {
    return phrase.isEmpty()
        ? phrase
        : Character.toUpperCase(phrase.charAt(0)) + end(phrase.substring(1));
  }

  /// Ends with a full stop if it does not end with another mark.
  static String end(String phrase) {
    return phrase.matches("(?s).*[.!?]") ? phrase : phrase + ".";
  }
}
