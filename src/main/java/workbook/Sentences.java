package workbook;

/// Makes whole sentences of phrases.
public final class Sentences {
  private Sentences() {}

  /// Begins with a capital letter and ends with a full stop.
  public static String of(String phrase) {
    return phrase.isEmpty()
        ? phrase
        : Character.toUpperCase(phrase.charAt(0)) + end(phrase.substring(1));
  }

  /// Ends with a full stop if it does not end with another mark.
  public static String end(String phrase) {
    return phrase.matches("(?s).*[.!?]") ? phrase : phrase + ".";
  }
}
