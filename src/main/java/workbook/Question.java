package workbook;

import java.util.List;

/// What a learner is asked to predict, and the form an answer takes.
///
/// The run answers the same question with [Recorder#answer], so prediction and observation can be
/// shown side by side.
public sealed interface Question {
  /// The question, ending in a question mark.
  String text();

  /// One of a few answers.
  ///
  /// @param options two or more different answers
  record Choice(String text, List<String> options) implements Question {
    public Choice {
      options = List.copyOf(options);
      if (options.size() < 2) {
        throw new IllegalArgumentException("a choice needs at least two options: " + text);
      }
    }

    public Choice(String text, String... options) {
      this(text, List.of(options));
    }
  }

  /// A number with a unit; any finite number may be guessed.
  ///
  /// @param closePercent how far off a guess may be, in percent of the answer, to be called close
  record Number(String text, String unit, int closePercent) implements Question {
    /// A question that only the exact number answers.
    public Number(String text, String unit) {
      this(text, unit, 0);
    }
  }
}
