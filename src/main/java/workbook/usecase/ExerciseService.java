package workbook.usecase;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import workbook.edition.EditionWriter;
import workbook.grade.Submission;
import workbook.io.DisplayPath;
import workbook.io.Invocation;
import workbook.progress.ExerciseProgress;
import workbook.progress.Progress;
import workbook.progress.ProgressEvent;
import workbook.progress.ProgressLog;

/// One exercise as a learner works on it: the task, the hints, the solution, the file. What is read
/// or given up counts for their progress.
public final class ExerciseService {
  private final Book.ExerciseRef exercise;
  private final ExerciseFiles files;
  private final ProgressLog log;
  private final boolean isOfStudents;

  /// @param home the folder that holds `lessons/` and `.workbook/`
  public ExerciseService(Book.ExerciseRef exercise, Path home, ProgressLog log) {
    this.exercise = exercise;
    this.files = new ExerciseFiles(home, exercise.exercise());
    this.log = log;
    this.isOfStudents = Files.exists(home.resolve(EditionWriter.PAGE));
  }

  /// The task, and where to write.
  ///
  /// @param markdown the task
  /// @param id what a learner types for the exercise
  /// @param file the learner's file, as a person types it
  /// @param created whether the file was made just now
  /// @param hints how many there are
  /// @param hintsRead how many of them were read
  public record Task(
      String markdown, String id, String file, boolean created, int hints, int hintsRead) {}

  /// Some of the hints, in their order.
  ///
  /// @param hints all there are, as Markdown
  /// @param from the place of the first one to show
  /// @param to the place after the last one to show
  public record Hints(List<String> hints, int from, int to, Reading reading) {
    /// Why these are shown.
    public enum Reading {
      /// The last one is read for the first time.
      NEW,
      /// Every hint was read already, and the person asked for one more.
      NONE_LEFT,
      /// The person asked for those that were read already.
      AGAIN
    }

    public Hints {
      hints = List.copyOf(hints);
    }
  }

  /// A worked answer, and what can be said of the others.
  ///
  /// @param name of the learner's class
  /// @param code Java source
  /// @param comparison Markdown; empty when there is nothing to say
  public record Solution(String name, String code, String comparison) {}

  /// The learner's own file.
  public Submission submission() {
    return new Submission(exercise.exercise(), exercise.name(), files.file(), true);
  }

  /// Another file than the learner's own.
  public Submission submission(Path file) {
    return new Submission(exercise.exercise(), exercise.name(), file, false);
  }

  public ExerciseProgress progress() {
    return Progress.of(log.events()).exercise(exercise.name());
  }

  /// Whether the learner has written anything yet.
  ///
  /// @throws CommandException when a file of the book is gone
  public boolean isEdited() throws CommandException {
    return files.isEdited();
  }

  /// The task. Makes the learner's file if there is none.
  ///
  /// @throws CommandException when a file of the book is gone, or the learner's cannot be made
  public Task start() throws CommandException {
    var task = files.task();
    var all = files.hints().size();
    var created = files.start();
    var read = Math.min(progress().hints(), all);
    return new Task(task, exercise.id(), files.shown(), created, all, read);
  }

  /// The first hint that was not read yet; when all were, all of them.
  ///
  /// @throws CommandException when the file of the book is gone
  public Hints nextHint() throws CommandException {
    var hints = files.hints();
    var read = progress().hints();
    if (read >= hints.size()) {
      return new Hints(hints, 0, hints.size(), Hints.Reading.NONE_LEFT);
    }
    log.add(ProgressEvent.Kind.HINTED, exercise.name());
    return new Hints(hints, read, read + 1, Hints.Reading.NEW);
  }

  /// The hints that were read already.
  ///
  /// @throws CommandException when the file of the book is gone
  public Hints hintsRead() throws CommandException {
    var hints = files.hints();
    var read = Math.min(progress().hints(), hints.size());
    return new Hints(hints, 0, read, Hints.Reading.AGAIN);
  }

  /// Whether the solution may be read without giving up.
  public boolean isSolutionOpen() {
    var progress = progress();
    return files.hasSolution() && (progress.passed() || progress.gaveUp());
  }

  /// A worked answer.
  ///
  /// @param giveUp whether to show it although the tests have not passed; that is remembered
  /// @throws CommandException when it is too early for that, or a file of the book is gone
  public Solution solution(boolean giveUp) throws CommandException {
    if (isOfStudents && !files.hasSolution()) {
      throw CommandException.environment(
          "This edition has no worked answer to %s. Your instructor has it."
              .formatted(exercise.id()));
    }
    if (!isSolutionOpen() && !giveUp) {
      throw CommandException.usage(
          "The solution opens once your tests pass: %s. A hint may help: %s. To see it now, add"
                  .formatted(
                      Invocation.of("check " + exercise.id()),
                      Invocation.of("hint " + exercise.id()))
              + " --give-up; this is recorded.");
    }
    var solution = new Solution(exercise.exercise().name(), files.solution(), files.compare());
    if (!isSolutionOpen()) {
      log.add(ProgressEvent.Kind.GAVE_UP, exercise.name());
    }
    return solution;
  }

  /// The interface that the learner's class implements: the text of its file.
  ///
  /// @throws CommandException when a file of the book is gone
  public String contract() throws CommandException {
    return files.contract();
  }

  /// Lets the learner's file begin anew, and keeps a copy of what it held.
  ///
  /// @return what came of it, a sentence that names the copy
  /// @throws CommandException when that fails; the file is then as it was before
  public String reset() throws CommandException {
    var file = files.shown();
    return files
        .reset()
        .map(
            kept ->
                "%s is as it was at the start. Your version is kept in %s."
                    .formatted(file, DisplayPath.of(kept)))
        .orElse("%s is as it was at the start, so nothing was reset.".formatted(file));
  }
}
