package workbook.page;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import workbook.Findings;
import workbook.Parameter;
import workbook.Parameters;
import workbook.Question;

/// One section of a page: a question, the program it is about, and, folded away, what was seen and
/// why.
///
/// @param kind what runs in this step
/// @param id of the experiment or the scenario, for example `two-increments`
/// @param settings parameters the question is about, where they are not the defaults
/// @param text Markdown before the question, the program among it; may be empty
/// @param question what to predict; of a scenario always with the choices *yes* and *no*, where yes
///   says that some schedule breaks it
/// @param reveal Markdown that is folded away until the run is over: what was seen, and why
/// @param comments what the page says to each answer: to the words of a choice; for a number, to
///   [#RIGHT], [#CLOSE], [#TOO_LOW] and [#TOO_HIGH]
/// @param more Markdown after the folded part; may be empty
/// @param scenarios ids of what `more` proposes to explore, in its order
/// @param line of the heading in the file, from 1
public record LessonStep(
    Kind kind,
    String title,
    String id,
    Map<String, String> settings,
    String text,
    Question question,
    String reveal,
    Map<String, String> comments,
    String more,
    List<String> scenarios,
    int line) {
  public static final String RIGHT = "right";
  public static final String CLOSE = "close";
  public static final String TOO_LOW = "too low";
  public static final String TOO_HIGH = "too high";

  /// What a step runs.
  public enum Kind {
    EXPERIMENT,
    SCENARIO
  }

  public LessonStep {
    settings = Map.copyOf(settings);
    comments = Map.copyOf(comments);
    scenarios = List.copyOf(scenarios);
  }

  /// Whether the question is about a run with these settings.
  ///
  /// @param declared the experiment's parameters
  /// @throws IllegalArgumentException when the page names a parameter or a value that the
  ///   experiment does not have
  public boolean isAbout(List<Parameter> declared, Parameters chosen) {
    return Parameters.of(declared, settings).equals(chosen);
  }

  /// Compares what a person predicted with what a run answered.
  ///
  /// @param guess one of the choices, or a number
  /// @param answer of the run; may be [Findings#CANNOT_TELL] or empty
  public Assessment assess(String guess, String answer) {
    if (answer.isEmpty() || answer.equals(Findings.CANNOT_TELL)) {
      return new Assessment(Assessment.Kind.CANNOT_TELL, "");
    }
    return switch (question) {
      case Question.Choice _ -> {
        var kind = guess.equals(answer) ? Assessment.Kind.RIGHT : Assessment.Kind.WRONG;
        yield new Assessment(kind, comment(guess));
      }
      case Question.Number number -> assess(number, number(guess), number(answer));
    };
  }

  private static double number(String text) {
    return Double.parseDouble(text.replace(",", ""));
  }

  private Assessment assess(Question.Number number, double guess, double answer) {
    if (guess == answer) {
      return new Assessment(Assessment.Kind.RIGHT, comment(RIGHT));
    }
    if (Math.abs(guess - answer) <= Math.abs(answer) * number.closePercent() / 100.0) {
      return new Assessment(Assessment.Kind.CLOSE, comment(CLOSE));
    }
    return new Assessment(Assessment.Kind.WRONG, comment(guess < answer ? TOO_LOW : TOO_HIGH));
  }

  private String comment(String answer) {
    return Optional.ofNullable(comments.get(answer)).orElse("");
  }
}
