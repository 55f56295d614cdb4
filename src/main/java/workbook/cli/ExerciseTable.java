package workbook.cli;

import java.nio.file.Path;
import workbook.io.Invocation;
import workbook.progress.ProgressLog;
import workbook.tui.Glyphs;
import workbook.usecase.Book;
import workbook.usecase.CommandException;
import workbook.usecase.ExerciseService;
import workbook.usecase.ReadProgress;
import workbook.view.Columns;

/// The exercises with points and state, as a table for the terminal.
final class ExerciseTable {
  private static final String ROW = "  %s %-17s%-10s%-10s%s\n";
  private static final int ASKS = 41;

  private final Book book;
  private final Path home;
  private final ProgressLog log;
  private final Glyphs glyphs;

  ExerciseTable(Book book, Path home, ProgressLog log, Glyphs glyphs) {
    this.book = book;
    this.home = home;
    this.log = log;
    this.glyphs = glyphs;
  }

  /// @throws CommandException when a file of the book is gone
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
    var points = new ReadProgress(book, log).overview().points();
    text.append("\n%d of %d points.%s\n".formatted(points.done(), points.of(), next()));
    return text.toString();
  }

  private String row(Book.ExerciseRef exercise) throws CommandException {
    var service = new ExerciseService(exercise, home, log);
    var progress = service.progress();
    return ROW.formatted(
        progress.passed() ? glyphs.done() : " ",
        exercise.id(),
        progress.points().words(),
        state(service),
        Columns.wrapped(exercise.exercise().asks(), " ".repeat(ASKS), Columns.WIDTH).strip());
  }

  private static String state(ExerciseService service) throws CommandException {
    var progress = service.progress();
    if (progress.passed()) {
      return "done";
    }
    if (progress.gaveUp()) {
      return "given up";
    }
    if (progress.best().isPresent()) {
      return "checked";
    }
    return service.isEdited() ? "begun" : "new";
  }

  private String next() {
    for (var exercise : book.exercises()) {
      if (!new ExerciseService(exercise, home, log).progress().passed()) {
        return " Next: " + Invocation.of("exercise start " + exercise.id());
      }
    }
    return "";
  }
}
