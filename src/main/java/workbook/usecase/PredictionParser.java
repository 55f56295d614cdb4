package workbook.usecase;

import java.util.Locale;
import workbook.Question;

/// Checks what a person predicts.
public final class PredictionParser {
  private PredictionParser() {}

  /// What may be predicted, in words.
  static String range(Question question) {
    return switch (question) {
      case Question.Choice choice -> "one of: " + String.join("; ", choice.options());
      case Question.Number number -> "a number of " + number.unit();
    };
  }

  /// The prediction as it is kept: an option's own words, or a plain number.
  ///
  /// @param typed an option or its number from 1, or a number, also written as 5,000,000
  /// @throws IllegalArgumentException with a sentence that says what may be predicted
  public static String parse(Question question, String typed) {
    return switch (question) {
      case Question.Choice choice -> option(choice, typed.strip());
      case Question.Number number -> number(number, typed.strip());
    };
  }

  private static String option(Question.Choice choice, String typed) {
    var options = choice.options();
    for (var i = 0; i < options.size(); i++) {
      if (options.get(i).equalsIgnoreCase(typed) || typed.equals(Integer.toString(i + 1))) {
        return options.get(i);
      }
    }
    throw refusal(choice, typed);
  }

  private static String number(Question.Number number, String typed) {
    var digits = typed.replaceAll("(?<=\\d)[,_ ](?=\\d{3})", "");
    try {
      if (Double.isFinite(Double.parseDouble(digits))) {
        return digits.toLowerCase(Locale.ROOT);
      }
    } catch (NumberFormatException notANumber) {
      throw refusal(number, typed);
    }
    throw refusal(number, typed);
  }

  private static IllegalArgumentException refusal(Question question, String typed) {
    return new IllegalArgumentException(
        "A prediction is %s, not '%s'.".formatted(range(question), typed));
  }
}
