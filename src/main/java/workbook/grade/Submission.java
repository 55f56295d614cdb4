package workbook.grade;

import java.nio.file.Files;
import java.nio.file.Path;
import workbook.Exercise;
import workbook.io.DisplayPath;
import workbook.io.Invocation;

/// A file that is handed in for an exercise.
///
/// @param name the exercise's full name, for example `races/tally`
/// @param own whether it is the learner's own file of the book, which counts for their progress
public record Submission(Exercise exercise, String name, Path file, boolean own) {
  /// The file as a person types it.
  public String shown() {
    return DisplayPath.of(file);
  }

  /// The command that checks it with these options.
  public String command(String options) {
    var which = own ? "" : " --file=" + Invocation.quoted(shown());
    return Invocation.of("check " + exercise.id() + which + " " + options);
  }

  /// Whether there are right answers to compare it with. A student edition has none.
  public boolean isComparable() {
    return !own
        || Files.exists(file.resolveSibling("../solution/" + exercise.name() + ".md").normalize());
  }

  /// The command that gives a hint.
  public String hint() {
    return Invocation.of("hint " + exercise.id());
  }
}
