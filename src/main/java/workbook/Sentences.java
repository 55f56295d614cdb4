package workbook;

import java.util.regex.Pattern;

/// Makes whole sentences of phrases.
public final class Sentences {
  /// Begins with a word of the language, not with a name from a program.
  private static final Pattern WORD = Pattern.compile("(?s)\\p{Ll}[\\p{Ll}'-]*[,;:.!?]?(\\s.*)?");

  private Sentences() {}

  /// Begins with a capital letter and ends with a full stop. A name such as `drain()` or
  /// `count.get` keeps its own first letter.
  public static String of(String phrase) {
    return WORD.matcher(phrase).matches()
        ? Character.toUpperCase(phrase.charAt(0)) + end(phrase.substring(1))
        : end(phrase);
  }

  /// Ends with a full stop if it does not end with another mark.
  public static String end(String phrase) {
    return phrase.isEmpty() || phrase.matches("(?s).*[.!?]") ? phrase : phrase + ".";
  }
}
