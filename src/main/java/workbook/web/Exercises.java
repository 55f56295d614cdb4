package workbook.web;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import workbook.grade.Grader;
import workbook.grade.Submission;
import workbook.progress.ProgressLog;
import workbook.usecase.Book;
import workbook.usecase.CheckExercise;
import workbook.usecase.CommandException;
import workbook.usecase.ExerciseService;

/// The exercises of the book, as pages need them. Thread-safe.
final class Exercises implements AutoCloseable {
  private final Book book;
  private final Path home;
  private final Grader.Factory graders;
  private final ProgressLog log;
  private CheckExercise grader; // guarded by this

  /// @param home the folder that holds `lessons/`
  Exercises(Book book, Path home, Grader.Factory graders, ProgressLog log) {
    this.book = book;
    this.home = home;
    this.graders = graders;
    this.log = log;
  }

  /// The task, with a file to write in.
  Optional<Response> page(String name) {
    return find(name)
        .map(
            ref -> {
              try {
                return Response.html(ExerciseHtml.page(ref, service(ref).start()));
              } catch (CommandException cannotBegin) {
                return Response.refusal(503, cannotBegin.getMessage());
              }
            });
  }

  /// A text that is another one when the learner's file has changed.
  Optional<Response> version(String name) {
    return submission(name)
        .map(
            one -> {
              try {
                var time = Files.getLastModifiedTime(one.file()).toMillis();
                return Response.says(200, time + " " + Files.size(one.file()));
              } catch (IOException gone) {
                return Response.says(200, "gone");
              }
            });
  }

  /// The next hint. It counts as read.
  Optional<Response> hint(String name) {
    return find(name)
        .map(
            ref -> {
              try {
                return Response.html(ExerciseHtml.hints(service(ref).nextHint()));
              } catch (CommandException bookNotWhole) {
                return Response.says(503, bookNotWhole.getMessage());
              }
            });
  }

  Optional<Submission> submission(String name) {
    return find(name).map(ref -> service(ref).submission());
  }

  /// For one check at a time.
  synchronized CheckExercise grader() {
    if (grader == null) {
      grader = CheckExercise.often(home, graders, log);
    }
    return grader;
  }

  @Override
  public synchronized void close() {
    if (grader != null) {
      grader.close();
    }
  }

  private Optional<Book.ExerciseRef> find(String name) {
    return book.exercises().stream().filter(one -> one.name().equals(name)).findFirst();
  }

  private ExerciseService service(Book.ExerciseRef ref) {
    return new ExerciseService(ref, home, log);
  }
}
