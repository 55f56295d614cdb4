package workbook.view;

import workbook.Question;

/// A learner's guess and a run's answer, as they are shown and compared.
final class AnswerText {
  private AnswerText() {}

  static String shown(Question question, String answer) {
    return switch (question) {
      case Question.Choice choice -> answer;
      case Question.Number(var text, var unit) -> (Numbers.typed(answer) + " " + unit).strip();
    };
  }

  /// Whether two answers say the same, as numbers if both are.
  static boolean same(String guess, String answer) {
    try {
      return Double.parseDouble(plain(guess)) == Double.parseDouble(plain(answer));
    } catch (NumberFormatException words) {
      return guess.strip().equalsIgnoreCase(answer.strip());
    }
  }

  private static String plain(String number) {
    return number.replace(",", "");
  }
}
