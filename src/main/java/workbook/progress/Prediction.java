package workbook.progress;

import java.util.Locale;

/// What came of a prediction: how it was judged, and what the answer was.
///
/// @param answer of the run, in the words of a choice or as a number
public record Prediction(Score score, String answer) {
  /// How a prediction was judged.
  public enum Score {
    RIGHT,
    /// A number near enough.
    CLOSE,
    WRONG
  }

  /// Whether it counts as a good prediction.
  public boolean good() {
    return score != Score.WRONG;
  }

  /// Reads what [#toString] wrote.
  ///
  /// @throws IllegalArgumentException when this is something else
  static Prediction parse(String text) {
    var words = text.split(" ", 2);
    if (words.length < 2 || words[1].isBlank()) {
      throw new IllegalArgumentException("no prediction: " + text);
    }
    return new Prediction(Score.valueOf(words[0].toUpperCase(Locale.ROOT)), words[1]);
  }

  @Override
  public String toString() {
    return score.name().toLowerCase(Locale.ROOT) + " " + answer;
  }
}
