package workbook.tui;

import java.util.ArrayList;
import java.util.Optional;
import workbook.Question;
import workbook.usecase.PredictionParser;
import workbook.view.Markdown;

/// Asks what a person predicts.
final class PredictionPrompt {
  private static final String NO_GUESS = "no guess";

  private PredictionPrompt() {}

  /// What came of asking.
  ///
  /// @param guess empty when the person would rather see
  record Reply(Optional<String> guess) {}

  /// @return empty when the person wants to go back
  static Optional<Reply> ask(Ui ui, String title, Question question) {
    return switch (question) {
      case Question.Choice choice -> choose(ui, title, choice);
      case Question.Number number ->
          ui.ask(
                  new Ui.TextField(
                      title,
                      Markdown.unmarked(number.text()),
                      number.unit().equals("times")
                          ? "how many times"
                          : "a number, in " + number.unit(),
                      NO_GUESS,
                      typed ->
                          typed.equals(NO_GUESS) ? typed : PredictionParser.parse(number, typed)))
              .map(typed -> new Reply(Optional.of(typed).filter(word -> !word.equals(NO_GUESS))));
    };
  }

  private static Optional<Reply> choose(Ui ui, String title, Question.Choice choice) {
    var entries = new ArrayList<Ui.MenuItem>();
    for (var option : choice.options()) {
      entries.add(new Ui.MenuItem(Integer.toString(entries.size() + 1), option, "", ""));
    }
    entries.add(new Ui.MenuItem("0", NO_GUESS, "", "just show me"));
    var text = Markdown.unmarked(choice.text());
    var chosen = ui.choose(new Ui.Choices(title, "your prediction", text, entries, -1));
    return chosen.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Reply(choice.options().stream().skip(chosen.getAsInt()).limit(1).findFirst()));
  }
}
