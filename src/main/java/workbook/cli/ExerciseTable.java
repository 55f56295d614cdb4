package workbook.cli;

import java.nio.file.Path;
import workbook.Exercise;
import workbook.progress.ExerciseProgress;
import workbook.progress.Progress;
import workbook.tui.Glyphs;
import workbook.usecase.Book;
import workbook.usecase.CommandException;
import workbook.usecase.ExerciseFiles;
import workbook.view.Columns;

/// The exercises with points and state, as a table for the terminal.
final class ExerciseTable {
  private static final String ROW = "  %s %-17s%-10s%-10s%s\n";
  private static final int ASKS = 41;

  private final Book book;
  private final Path home;
  private final Progress done;
  private final Glyphs signs;

  ExerciseTable(Book book, Path home, Progress done, Glyphs signs) {
    this.book = book;
    this.home = home;
    this.done = done;
    this.signs = signs;
  }

  /// @throws Refusal when a file of the book is gone
  String text() throws CommandException {
    var text = new StringBuilder();
    for (var lesson : book.lessons()) {
      if (!lesson.exercises().isEmpty()) {
        text.append(lesson.number()).append(' ').append(lesson.name()).append('\n');
      }
      for (var task : Book.tasks(lesson)) {
        text.append(row(task));
      }
    }
    if (book.tasks().isEmpty()) {
      return "This book has no exercises yet.\n";
    }
    var all = book.tasks().size() * Exercise.POINTS;
    text.append("\n%d of %d points.%s\n".formatted(done.points(book.tasks()), all, next()));
    return text.toString();
  }

  private String row(Book.ExerciseRef task) throws CommandException {
    var standing = done.standing(task);
    return ROW.formatted(
        standing.passed() ? signs.done() : " ",
        task.id(),
        standing.points().words(),
        state(task, standing),
        Columns.wrapped(task.exercise().asks(), " ".repeat(ASKS), Columns.WIDTH).strip());
  }

  private String state(Book.ExerciseRef task, ExerciseProgress standing) throws CommandException {
    if (standing.passed()) {
      return "done";
    }
    if (standing.gaveUp()) {
      return "given up";
    }
    if (standing.best().isPresent()) {
      return "checked";
    }
    return new ExerciseFiles(home, task.exercise()).touched() ? "begun" : "new";
  }

  private String next() {
    for (var task : book.tasks()) {
      if (!done.standing(task).passed()) {
        return " Next: workbook exercise start " + task.id();
      }
    }
    return "";
  }
}
