package workbook.tui;

import workbook.page.LessonStep;
import workbook.usecase.Book;
import workbook.view.Markdown;
import workbook.view.Page;

/// What the page says before and after a step's run.
record StepText(String title, LessonStep step, Ui ui) {
  /// What stands above everything that is about a step.
  static String title(Book.StepRef ref) {
    return ref.lesson().name() + "/" + ref.step().id() + ": " + ref.step().title();
  }

  /// Shows the program and what is said of it, if the page says anything.
  ///
  /// @return false when the person wants to go back
  boolean program() {
    var text = "## " + step.title() + "\n\n" + step.text();
    return step.text().isBlank() || ui.read(title, page -> Markdown.terminal(text, page));
  }

  /// What was seen and why, and what there is to try.
  String reveal(Page page) {
    var text = "## What we saw, and why\n\n" + step.reveal() + "\n\n" + step.more();
    return Markdown.terminal(text, page);
  }
}
