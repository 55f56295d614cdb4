package workbook.view;

import workbook.Findings;
import workbook.Question;

/// A learner's guess and a run's answer, as they are shown and compared.
public final class AnswerText {
  private AnswerText() {}

  /// @param answer a number is shown with its unit
  public static String shown(Question question, String answer) {
    return switch (question) {
      case Question.Choice choice -> answer;
      case Question.Number(var text, var unit, var close) ->
          answer.equals(Findings.CANNOT_TELL)
              ? answer
              : (Numbers.typed(answer) + " " + unit).strip();
    };
  }
}
