package workbook.tui;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import workbook.grade.Grader;
import workbook.io.FileWatcher;
import workbook.progress.ProgressLog;
import workbook.usecase.Book;
import workbook.usecase.CommandException;
import workbook.usecase.ExerciseService;
import workbook.usecase.Submission;
import workbook.view.GradingReport;
import workbook.view.Page;

/// One visit to an exercise: read the task, write in an editor beside, have it checked, take a
/// hint.
public final class ExerciseScreen {
  private final Book.ExerciseRef task;
  private final Submission submission;
  private final ExerciseService desk;
  private final Grader.Factory graders;
  private final ProgressLog diary;
  private final Ui dialogue;

  public ExerciseScreen(
      Book.ExerciseRef task, Path home, Grader.Factory graders, ProgressLog diary, Ui dialogue) {
    this.task = task;
    this.submission = new Submission(task, home, Optional.empty());
    this.desk = new ExerciseService(task, home, diary);
    this.graders = graders;
    this.diary = diary;
    this.dialogue = dialogue;
  }

  private enum Way {
    CHECK("check"),
    ON_SAVE("check on save"),
    HINT("hint"),
    SOLUTION("solution"),
    TASK("task");

    private final String label;

    Way(String label) {
      this.label = label;
    }
  }

  /// Goes on until the person goes back to the lesson.
  public void make() {
    try (var grader = graders.open(submission.home(), true)) {
      if (!dialogue.read(task.name(), desk.start())) {
        return;
      }
      var way = choose(Way.CHECK);
      while (way.isPresent()) {
        go(way.get(), grader);
        way = choose(way.get());
      }
    } catch (CommandException bookNotWhole) {
      dialogue.tell(bookNotWhole.getMessage());
    }
  }

  private Optional<Way> choose(Way start) {
    var ways = new ArrayList<>(List.of(Way.values()));
    if (!desk.open()) {
      ways.remove(Way.SOLUTION);
    }
    var entries = new ArrayList<Ui.MenuItem>();
    for (var way : ways) {
      var number = Integer.toString(entries.size() + 1);
      entries.add(new Ui.MenuItem(number, way.label, "", detail(way)));
    }
    var standing = desk.standing();
    var aside = standing.points().words() + " points";
    var asks = task.exercise().asks();
    var chosen =
        dialogue.choose(new Ui.Choices(task.name(), aside, asks, entries, ways.indexOf(start)));
    return chosen.isPresent() ? Optional.of(ways.get(chosen.getAsInt())) : Optional.empty();
  }

  private String detail(Way way) {
    return switch (way) {
      case CHECK -> submission.shown();
      case ON_SAVE -> "each time you save the file";
      case HINT -> "one at a time";
      case SOLUTION -> "and how others compare";
      case TASK -> "read it again";
    };
  }

  private void go(Way way, Grader grader) throws CommandException {
    switch (way) {
      case CHECK -> check(grader).ifPresent(text -> dialogue.read(task.name(), text));
      case ON_SAVE -> checkOnSave(grader);
      case HINT -> dialogue.read(task.name(), desk.hint());
      case SOLUTION -> dialogue.read(task.name(), desk.solution(false));
      case TASK -> dialogue.read(task.name(), desk.start());
    }
  }

  private void checkOnSave(Grader grader) {
    try (var saves = new FileWatcher(List.of(submission.file()))) {
      var text = check(grader);
      while (text.isPresent()
          && dialogue.readUntil(
              task.name(), text.get(), "save to check again", () -> saves.look().isPresent())) {
        text = check(grader);
      }
    }
  }

  /// What the check says; empty when the person did not want to wait for it.
  private Optional<Function<Page, String>> check(Grader grader) {
    var verdict =
        dialogue.await(
            task.name(),
            "Checking " + submission.shown(),
            () -> grader.check(task.exercise(), submission.file()));
    verdict.ifPresent(found -> diary.note(task, found));
    return verdict.map(
        found -> page -> GradingReport.of(found, submission, Optional.empty(), page));
  }
}
