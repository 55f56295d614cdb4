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
  private final Progress progress;
  private final Glyphs glyphs;

  ExerciseTable(Book book, Path home, Progress progress, Glyphs glyphs) {
    this.book = book;
    this.home = home;
    this.progress = progress;
    this.glyphs = glyphs;
  }

  /// @throws Refusal when a file of the book is gone
  String text() throws CommandException {
    var text = new StringBuilder();
    for (var lesson : book.lessons()) {
      if (!lesson.exercises().isEmpty()) {
        text.append(lesson.number()).append(' ').append(lesson.name()).append('\n');
      }
      for (var exercise : Book.exercises(lesson)) {
        text.append(row(exercise));
      }
    }
    if (book.exercises().isEmpty()) {
      return "This book has no exercises yet.\n";
    }
    var all = book.exercises().size() * Exercise.POINTS;
    text.append("\n%d of %d points.%s\n".formatted(progress.points(book.exercises()), all, next()));
    return text.toString();
  }

  private String row(Book.ExerciseRef exercise) throws CommandException {
    var exerciseProgress = progress.of(exercise);
    return ROW.formatted(
        exerciseProgress.passed() ? glyphs.done() : " ",
        exercise.id(),
        exerciseProgress.points().words(),
        state(exercise, exerciseProgress),
        Columns.wrapped(exercise.exercise().asks(), " ".repeat(ASKS), Columns.WIDTH).strip());
  }

  private String state(Book.ExerciseRef exercise, ExerciseProgress exerciseProgress)
      throws CommandException {
    if (exerciseProgress.passed()) {
      return "done";
    }
    if (exerciseProgress.gaveUp()) {
      return "given up";
    }
    if (exerciseProgress.best().isPresent()) {
      return "checked";
    }
    return new ExerciseFiles(home, exercise.exercise()).isEdited() ? "begun" : "new";
  }

  private String next() {
    for (var exercise : book.exercises()) {
      if (!progress.of(exercise).passed()) {
        return " Next: workbook exercise start " + exercise.id();
      }
    }
    return "";
  }
}
