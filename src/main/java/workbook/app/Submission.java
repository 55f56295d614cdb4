package workbook.app;

import java.nio.file.Path;
import java.util.Optional;

/// A file that is handed in for an exercise.
///
/// @param other the file, if it is not the learner's own of the book
record Submission(Book.Task task, Path home, Optional<Path> other) {
  Path file() {
    return other.orElseGet(() -> new Worksheet(home, task.exercise()).file());
  }

  /// What a person types for the exercise.
  String id() {
    return task.id();
  }

  /// The file as a person types it.
  String shown() {
    return Worksheet.shown(file());
  }

  /// The command that checks it with these options.
  String command(String options) {
    var which = other.map(file -> " --file=" + shown()).orElse("");
    return "workbook check " + id() + which + " " + options;
  }
}
