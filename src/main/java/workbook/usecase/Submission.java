package workbook.usecase;

import java.nio.file.Path;
import java.util.Optional;

/// A file that is handed in for an exercise.
///
/// @param other the file, if it is not the learner's own of the book
public record Submission(Book.ExerciseRef exercise, Path home, Optional<Path> other) {
  public Path file() {
    return other.orElseGet(() -> new ExerciseFiles(home, exercise.exercise()).file());
  }

  /// What a person types for the exercise.
  public String id() {
    return exercise.id();
  }

  /// The file as a person types it.
  public String shown() {
    return ExerciseFiles.shown(file());
  }

  /// The command that checks it with these options.
  public String command(String options) {
    var which = other.map(file -> " --file=" + shown()).orElse("");
    return "workbook check " + id() + which + " " + options;
  }
}
