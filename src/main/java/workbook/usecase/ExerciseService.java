package workbook.usecase;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import workbook.Exercise;
import workbook.progress.ExerciseProgress;
import workbook.progress.Progress;
import workbook.progress.ProgressEvent;
import workbook.progress.ProgressLog;
import workbook.view.Markdown;
import workbook.view.Page;

/// One exercise as it lies before the learner: the task, the hints, the solution, the file. Texts
/// are ready for any page. What is read or given up is written into the diary.
public final class ExerciseService {
  private final Book.ExerciseRef exercise;
  private final ExerciseFiles files;
  private final ProgressLog log;

  /// @param home the folder that holds `lessons/` and `.workbook/`
  public ExerciseService(Book.ExerciseRef exercise, Path home, ProgressLog log) {
    this.exercise = exercise;
    this.files = new ExerciseFiles(home, exercise.exercise());
    this.log = log;
  }

  private Exercise exercise() {
    return exercise.exercise();
  }

  public ExerciseProgress progress() {
    return Progress.of(log.events()).of(exercise);
  }

  /// The task, where to write and what to type next. Makes the learner's file if there is none.
  ///
  /// @throws Refusal when a file of the book is gone, or the learner's cannot be made
  public Function<Page, String> start() throws CommandException {
    var text = files.text();
    var next =
        """

        %-10s %s
        Next:      workbook check %s
        Stuck?     workbook hint %s (%s)
        """
            .formatted(
                files.start() ? "New file:" : "Your file:",
                files.shown(),
                exercise().id(),
                exercise().id(),
                hintsLeft(text));
    return page -> Markdown.terminal(text.task(), page) + next;
  }

  private String hintsLeft(ExerciseText text) {
    var all = text.hints().size();
    var read = Math.min(progress().hints(), all);
    return read == 0
        ? all + (all == 1 ? " hint" : " hints")
        : read + " of " + all + " hints are read";
  }

  /// The first hint that was not read yet; when all were, all of them.
  ///
  /// @throws Refusal when the file of the book is gone
  public Function<Page, String> hint() throws CommandException {
    var hints = files.text().hints();
    var read = progress().hints();
    if (read >= hints.size()) {
      return page -> hints(hints, hints.size(), page) + "\nThere are no more hints.\n";
    }
    log.add(ProgressEvent.Kind.HINTED, exercise.name());
    var last = read + 1 == hints.size() ? "\nIt is the last one.\n" : "";
    return page -> one(hints, read, page) + last;
  }

  /// The hints that were read already.
  ///
  /// @throws Refusal when the file of the book is gone
  public Function<Page, String> hintsRead() throws CommandException {
    var hints = files.text().hints();
    var read = Math.min(progress().hints(), hints.size());
    return page -> read == 0 ? "You have read no hint yet.\n" : hints(hints, read, page);
  }

  private static String hints(List<String> hints, int count, Page page) {
    var text = new StringBuilder();
    for (var place = 0; place < count; place++) {
      text.append(place == 0 ? "" : "\n").append(one(hints, place, page));
    }
    return text.toString();
  }

  private static String one(List<String> hints, int place, Page page) {
    var title = "Hint %d of %d: ".formatted(place + 1, hints.size());
    return Markdown.terminal(title + hints.get(place), page);
  }

  /// Whether the solution may be read without giving up.
  public boolean isSolutionOpen() {
    var exerciseProgress = progress();
    return exerciseProgress.passed() || exerciseProgress.gaveUp();
  }

  /// A worked answer, and what can be said of the others.
  ///
  /// @param giveUp whether to show it although the tests have not passed; that is remembered
  /// @throws Refusal when it is too early for that, or a file of the book is gone
  public Function<Page, String> solution(boolean giveUp) throws CommandException {
    if (!isSolutionOpen() && !giveUp) {
      throw CommandException.usage(
          "The solution is shown once your tests pass: workbook check %s. A hint helps: workbook"
                  .formatted(exercise().id())
              + " hint %s. To see it now, say --give-up; that is remembered."
                  .formatted(exercise().id()));
    }
    var text = files.text();
    var code =
        "# %s: a worked answer\n\n```java\n%s```\n".formatted(exercise().name(), files.solution());
    var compare = text.compare().isEmpty() ? "" : "\n## Compare\n\n" + text.compare();
    if (!isSolutionOpen()) {
      log.add(ProgressEvent.Kind.GAVE_UP, exercise.name());
    }
    return page -> Markdown.terminal(code + compare, page);
  }

  /// Lets the learner's file begin anew.
  ///
  /// @return what was done, in a sentence or two
  /// @throws Refusal when that fails; the file is then as it was before
  public String reset() throws CommandException {
    return files
        .reset()
        .map(
            copy ->
                "%s begins anew. What you had written is in %s.\n"
                    .formatted(files.shown(), ExerciseFiles.shown(copy)))
        .orElse("%s is as it began.\n".formatted(files.shown()));
  }
}
