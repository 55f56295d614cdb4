package workbook.tui;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import workbook.grade.Grader;
import workbook.grade.GradingResult;
import workbook.grade.Submission;
import workbook.progress.ProgressLog;
import workbook.usecase.Book;
import workbook.usecase.CheckExercise;
import workbook.usecase.CommandException;
import workbook.usecase.ExerciseService;
import workbook.usecase.WatchExercises;
import workbook.view.GradingReport;
import workbook.view.Page;

/// The screen of an exercise: read the task, write in an editor beside, have it checked, take a
/// hint.
public final class ExerciseScreen {
  private final Book.ExerciseRef exercise;
  private final Submission submission;
  private final ExerciseService service;
  private final Path home;
  private final Grader.Factory graders;
  private final ProgressLog log;
  private final Ui ui;
  private String points = ""; // of the last check

  public ExerciseScreen(
      Book.ExerciseRef exercise, Path home, Grader.Factory graders, ProgressLog log, Ui ui) {
    this.exercise = exercise;
    this.home = home;
    this.service = new ExerciseService(exercise, home, log);
    this.submission = service.submission();
    this.graders = graders;
    this.log = log;
    this.ui = ui;
  }

  private enum Way {
    NEXT("next"),
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

  /// Goes on until the person leaves.
  ///
  /// @return whether they want to go on to what comes after this exercise, rather than back
  public boolean show() {
    try (var grader = CheckExercise.often(home, graders, log)) {
      if (!ui.read(exercise.name(), task())) {
        return false;
      }
      var passed = service.progress().passed();
      var way = choose(Way.CHECK);
      while (way.isPresent() && way.get() != Way.NEXT) {
        go(way.get(), grader);
        var passes = !passed && service.progress().passed();
        passed |= passes;
        way = choose(passes ? Way.NEXT : way.get());
      }
      return way.isPresent();
    } catch (CommandException bookNotWhole) {
      ui.tell(bookNotWhole.getMessage());
      return false;
    }
  }

  private Optional<Way> choose(Way start) {
    var ways = new ArrayList<>(List.of(Way.values()));
    if (!service.progress().passed()) {
      ways.remove(Way.NEXT);
    }
    if (!service.isSolutionOpen()) {
      ways.remove(Way.SOLUTION);
    }
    var entries = new ArrayList<Ui.MenuItem>();
    for (var way : ways) {
      var number = Integer.toString(entries.size() + 1);
      entries.add(new Ui.MenuItem(number, way.label, "", detail(way)));
    }
    var exerciseProgress = service.progress();
    var aside = exerciseProgress.points().words() + " points";
    var asks = exercise.exercise().asks();
    var chosen =
        ui.choose(new Ui.Choices(exercise.name(), aside, asks, entries, ways.indexOf(start)));
    return chosen.isPresent() ? Optional.of(ways.get(chosen.getAsInt())) : Optional.empty();
  }

  private String detail(Way way) {
    return switch (way) {
      case NEXT -> "you have solved this one";
      case CHECK -> submission.shown();
      case ON_SAVE -> "each time you save the file";
      case HINT -> "one at a time";
      case SOLUTION -> "right answers, side by side";
      case TASK -> "read it again";
    };
  }

  private void go(Way way, CheckExercise grader) throws CommandException {
    switch (way) {
      case NEXT -> throw new IllegalStateException("nothing to do here");
      case CHECK -> check(grader).ifPresent(text -> ui.read(checked(), text));
      case ON_SAVE -> checkOnSave(grader);
      case HINT -> {
        var hints = service.nextHint();
        ui.read(exercise.name(), page -> ExerciseReport.hints(hints, page));
      }
      case SOLUTION -> {
        var solution = service.solution(false);
        ui.read(exercise.name(), page -> ExerciseReport.solution(solution, page));
      }
      case TASK -> ui.read(exercise.name(), task());
    }
  }

  private void checkOnSave(CheckExercise grader) {
    try (var watch = new WatchExercises(List.of(submission))) {
      var text = check(grader);
      while (text.isPresent()
          && ui.readUntil(
              checked(), text.get(), "save to check again", () -> watch.poll().isPresent())) {
        text = check(grader);
      }
    }
  }

  /// The title of a verdict.
  private String checked() {
    return exercise.name() + ": " + points;
  }

  /// What the check says; empty when the person did not want to wait for it.
  private Optional<Function<Page, String>> check(CheckExercise grader) {
    var verdict =
        ui.await(exercise.name(), "Checking " + submission.shown(), () -> grader.check(submission));
    points = verdict.map(ExerciseScreen::points).orElse("");
    return verdict.map(
        result -> page -> GradingReport.of(result, submission, Optional.empty(), page));
  }

  private static String points(GradingResult result) {
    return switch (result) {
      case GradingResult.Scored scored when scored.judged() ->
          scored.points() + " of " + scored.of() + " points";
      case GradingResult.Scored _, GradingResult.Rejected _ -> "not graded";
    };
  }

  private Function<Page, String> task() throws CommandException {
    var task = service.start();
    return page -> ExerciseReport.task(task, page);
  }
}
