package workbook.app;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import workbook.view.Page;

/// One visit to an exercise: read the task, write in an editor beside, have it checked, take a
/// hint.
final class ExerciseVisit {
  private final Book.Task task;
  private final Submission submission;
  private final Desk desk;
  private final Judge.Court court;
  private final Diary diary;
  private final Dialogue dialogue;

  ExerciseVisit(Book.Task task, Path home, Judge.Court court, Diary diary, Dialogue dialogue) {
    this.task = task;
    this.submission = new Submission(task, home, Optional.empty());
    this.desk = new Desk(task, home, diary);
    this.court = court;
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
  void make() {
    try (var judge = court.judge(submission.home(), true)) {
      if (!dialogue.read(task.name(), desk.start())) {
        return;
      }
      var way = choose(Way.CHECK);
      while (way.isPresent()) {
        go(way.get(), judge);
        way = choose(way.get());
      }
    } catch (Refusal bookNotWhole) {
      dialogue.tell(bookNotWhole.getMessage());
    }
  }

  private Optional<Way> choose(Way start) {
    var ways = new ArrayList<>(List.of(Way.values()));
    if (!desk.open()) {
      ways.remove(Way.SOLUTION);
    }
    var entries = new ArrayList<Dialogue.Entry>();
    for (var way : ways) {
      var number = Integer.toString(entries.size() + 1);
      entries.add(new Dialogue.Entry(number, way.label, "", detail(way)));
    }
    var standing = desk.standing();
    var aside = standing.points().words() + " points";
    var asks = task.exercise().asks();
    var chosen =
        dialogue.choose(
            new Dialogue.Choices(task.name(), aside, asks, entries, ways.indexOf(start)));
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

  private void go(Way way, Judge judge) throws Refusal {
    switch (way) {
      case CHECK -> check(judge).ifPresent(text -> dialogue.read(task.name(), text));
      case ON_SAVE -> checkOnSave(judge);
      case HINT -> dialogue.read(task.name(), desk.hint());
      case SOLUTION -> dialogue.read(task.name(), desk.solution(false));
      case TASK -> dialogue.read(task.name(), desk.start());
    }
  }

  private void checkOnSave(Judge judge) {
    try (var saves = new Saves(List.of(submission.file()))) {
      var text = check(judge);
      while (text.isPresent()
          && dialogue.readUntil(
              task.name(), text.get(), "save to check again", () -> saves.look().isPresent())) {
        text = check(judge);
      }
    }
  }

  /// What the check says; empty when the person did not want to wait for it.
  private Optional<Function<Page, String>> check(Judge judge) {
    var verdict =
        dialogue.await(
            task.name(),
            "Checking " + submission.shown(),
            () -> judge.check(task.exercise(), submission.file()));
    verdict.ifPresent(found -> diary.note(task, found));
    return verdict.map(found -> page -> GradeText.of(found, submission, Optional.empty(), page));
  }
}
