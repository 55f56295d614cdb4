package workbook.web;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import workbook.grade.Grader;
import workbook.grade.Submission;
import workbook.progress.ProgressLog;
import workbook.usecase.Book;
import workbook.usecase.CheckExercise;
import workbook.usecase.CommandException;
import workbook.usecase.EditAnswer;
import workbook.usecase.ExerciseService;

/// The exercises of the book, as pages need them. Thread-safe.
final class Exercises implements AutoCloseable {
  private final Book book;
  private final Path home;
  private final Grader.Factory graders;
  private final ProgressLog log;
  private final Object saving = new Object();
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
                var nonce = ContentPolicy.nonce();
                var service = service(ref);
                var contract = service.contract();
                return Response.html(ExerciseHtml.page(ref, service.start(), contract, nonce))
                    .with(ContentPolicy.HEADER, ContentPolicy.with(nonce));
              } catch (CommandException cannotBegin) {
                return Response.says(503, cannotBegin.getMessage());
              }
            });
  }

  /// A text that is another one when the learner's file was saved: its version, and when that was.
  Optional<Response> version(String name) {
    return onFile(name, one -> Response.says(200, version(one, answer(one).version())));
  }

  /// What the learner's file holds, and as a header its version.
  Optional<Response> file(String name) {
    return onFile(
        name,
        one -> {
          var read = answer(one).read();
          return Response.says(200, read.text()).with("Version", version(one, read.version()));
        });
  }

  /// Writes the learner's file, unless it has changed since the page read it.
  ///
  /// @param form the text, and the version that it was made from
  Optional<Response> save(String name, Map<String, String> form) {
    return onFile(
        name,
        one -> {
          synchronized (saving) {
            var text = form.getOrDefault("text", "");
            return answer(one)
                .write(text, form.getOrDefault("version", ""))
                .map(version -> Response.says(200, version(one, version)))
                .orElseGet(() -> changed(one));
          }
        });
  }

  /// Lets the learner's file begin anew and keeps what it held, unless it has changed since the
  /// page read it.
  ///
  /// @param form the version that the page shows
  Optional<Response> reset(String name, Map<String, String> form) {
    return onFile(
        name,
        one -> {
          synchronized (saving) {
            return answer(one).version().equals(form.getOrDefault("version", ""))
                ? Response.says(200, service(find(name).orElseThrow()).reset())
                : changed(one);
          }
        });
  }

  private static Response changed(Submission file) {
    return Response.says(409, file.shown() + " has changed on the disk.");
  }

  private interface FileAction {
    Response carryOut(Submission file) throws CommandException;
  }

  private Optional<Response> onFile(String name, FileAction action) {
    return submission(name)
        .map(
            one -> {
              try {
                return action.carryOut(one);
              } catch (CommandException cannot) {
                return Response.says(503, cannot.getMessage());
              }
            });
  }

  private static EditAnswer answer(Submission file) {
    return new EditAnswer(file);
  }

  private static String version(Submission file, String version) {
    try {
      return version + " " + Files.getLastModifiedTime(file.file()).toMillis();
    } catch (IOException gone) {
      return version;
    }
  }

  /// A worked answer beside what can be said of others, once the learner's own passes.
  Optional<Response> solution(String name) {
    return find(name)
        .map(
            ref -> {
              try {
                return Response.html(ExerciseHtml.solution(ref, service(ref).solution(false)));
              } catch (CommandException tooEarly) {
                return Response.says(403, tooEarly.getMessage());
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
