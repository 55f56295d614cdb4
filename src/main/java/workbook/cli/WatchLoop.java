package workbook.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import workbook.Sentences;
import workbook.grade.GradingResult;
import workbook.grade.Submission;
import workbook.progress.ProgressLog;
import workbook.tui.Console;
import workbook.tui.ExerciseReport;
import workbook.tui.Glyphs;
import workbook.tui.InterruptSignal;
import workbook.tui.Keyboard;
import workbook.tui.TerminalState;
import workbook.usecase.Book;
import workbook.usecase.CheckExercise;
import workbook.usecase.CommandException;
import workbook.usecase.ExerciseService;
import workbook.usecase.OpenInEditor;
import workbook.usecase.WatchExercises;
import workbook.view.GradingReport;

/// Checks files as they are saved, and obeys single keys where there is a terminal.
final class WatchLoop {
  private static final String CLEAR_SCREEN = "\033[H\033[2J";
  private static final String KEYS =
      "f next failure, n next exercise, h hint, l list, o open in your editor, q quit";

  private final Book book;
  private final Path home;
  private final CheckExercise grader;
  private final ProgressLog log;
  private final Console console;
  private Optional<Book.ExerciseRef> exercise;
  private Optional<LastCheck> last = Optional.empty();
  private int line;
  private boolean begun;

  /// What the last check found.
  ///
  /// @param seconds that it took
  /// @param shown the test whose failure is shown; empty for the first
  private record LastCheck(
      GradingResult result, Submission submission, double seconds, Optional<String> shown) {}

  /// @param exercise the only one to watch; empty to watch them all
  WatchLoop(
      Book book,
      Path home,
      CheckExercise grader,
      ProgressLog log,
      Console console,
      Optional<Book.ExerciseRef> exercise) {
    this.book = book;
    this.home = home;
    this.grader = grader;
    this.log = log;
    this.console = console;
    this.exercise = exercise;
  }

  /// Blocks until it is stopped, or nobody reads what it prints.
  void run(BooleanSupplier stopped) throws InterruptedException {
    var goesOn = true;
    while (goesOn && !stopped.getAsBoolean() && !console.outputGone()) {
      var watched = exercise.map(List::of).orElseGet(book::exercises);
      try (var saves = new WatchExercises(watched.stream().map(this::submission).toList())) {
        if (begun) {
          begun = false; // its task is on the screen, to be read first
        } else if (exercise.isPresent()) {
          check(submission(exercise.get()));
        } else {
          console.print("Save one of your files to check it. Press Ctrl-C to stop.\n");
        }
        goesOn = checkSaves(saves, stopped);
      }
    }
  }

  /// Checks what is saved, until a key asks for something else to be watched.
  ///
  /// @return whether to go on watching
  private boolean checkSaves(WatchExercises saves, BooleanSupplier stopped)
      throws InterruptedException {
    var keyboard = Keyboard.open(console);
    try {
      while (!stopped.getAsBoolean() && !console.outputGone()) {
        if (keyboard.isEmpty()) {
          check(saves.awaitSave());
          continue;
        }
        saves.poll().ifPresent(this::check);
        switch (keyboard.get().poll().orElse(' ')) {
          case 'n' -> {
            if (chooseNext()) {
              return true;
            }
          }
          case 'f' -> nextFailure();
          case 'h' -> hint();
          case 'l' -> list();
          case 'o' -> {
            keyboard.get().close();
            keyboard = Optional.empty();
            open();
            keyboard = Keyboard.open(console);
          }
          case 'q' -> {
            return false;
          }
          default -> {}
        }
      }
      return false;
    } finally {
      keyboard.ifPresent(Keyboard::close);
    }
  }

  private Submission submission(Book.ExerciseRef ref) {
    return service(ref).submission();
  }

  private ExerciseService service(Book.ExerciseRef ref) {
    return new ExerciseService(ref, home, log);
  }

  private void check(Submission submission) {
    var start = Instant.now();
    console.print("Checking %s\n".formatted(submission.shown()));
    try {
      var result = grader.check(submission);
      exercise = exercise.or(() -> named(submission.name()));
      line = GradingReport.line(result);
      var took = Duration.between(start, Instant.now()).toMillis() / 1000.0;
      show(new LastCheck(result, submission, took, Optional.empty()));
    } catch (IOException failure) {
      console.complain(Sentences.of(String.valueOf(failure.getMessage())));
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  private void show(LastCheck one) {
    last = Optional.of(one);
    var text = GradingReport.of(one.result, one.submission, one.shown, console.page());
    console.print(cleared() + text + closing(one.submission, one.result, one.seconds));
  }

  /// Explains the failure after the one that is shown.
  private void nextFailure() {
    var next = last.flatMap(one -> GradingReport.following(one.result, one.shown));
    if (next.isEmpty()) {
      console.print("There is no other failure to explain.\n");
    } else {
      var one = last.orElseThrow();
      show(new LastCheck(one.result, one.submission, one.seconds, next));
    }
  }

  private Optional<Book.ExerciseRef> named(String name) {
    return book.exercises().stream().filter(ref -> ref.name().equals(name)).findFirst();
  }

  private String cleared() {
    return console.interactive() ? CLEAR_SCREEN : "";
  }

  private String closing(Submission submission, GradingResult result, double seconds) {
    var checked =
        "Checked at %s in %.1f s."
            .formatted(LocalTime.now().truncatedTo(ChronoUnit.SECONDS), seconds);
    if (!console.interactive()) {
      return checked + " Save to check again, or press Ctrl-C to stop.\n";
    }
    var place = GradingReport.link(submission, GradingReport.line(result), console.page());
    return place + "\n" + checked + " Save to check again.\n" + KEYS + "\n";
  }

  /// Goes on to the exercise after this one that is not solved yet.
  private boolean chooseNext() {
    var all = book.exercises();
    var here = exercise.map(all::indexOf).orElse(-1);
    var after = all.subList(here + 1, all.size()).stream();
    var next = after.filter(ref -> !service(ref).progress().passed()).findFirst();
    if (next.isEmpty()) {
      console.print(
          "There is no exercise left to solve after this one. Press l to list them all.\n");
      return false;
    }
    try {
      var task = service(next.get()).start();
      var save = "\nWrite your answer there. Save it to check it.\n" + KEYS + "\n";
      console.print(cleared() + ExerciseReport.task(task, console.page()) + save);
      exercise = next;
      last = Optional.empty();
      line = 0;
      begun = true;
      return true;
    } catch (CommandException bookNotWhole) {
      console.complain(bookNotWhole.getMessage());
      return false;
    }
  }

  private void hint() {
    if (exercise.isEmpty()) {
      console.print("Save a file first. Then h gives a hint to its exercise.\n");
      return;
    }
    try {
      var hints = service(exercise.get()).nextHint();
      console.print(ExerciseReport.hints(hints, console.page()) + "\n" + KEYS + "\n");
    } catch (CommandException bookNotWhole) {
      console.complain(bookNotWhole.getMessage());
    }
  }

  private void list() {
    try {
      var glyphs = Glyphs.of(console.unicode());
      console.print("\n" + new ExerciseTable(book, home, log, glyphs).text() + KEYS + "\n");
    } catch (CommandException bookNotWhole) {
      console.complain(bookNotWhole.getMessage());
    }
  }

  private void open() throws InterruptedException {
    if (exercise.isEmpty()) {
      console.print("Save a file first. Then o opens it in your editor.\n");
      return;
    }
    try (var _ = InterruptSignal.ignored(); // Ctrl-C is the editor's now
        var _ = new TerminalState()) {
      OpenInEditor.open(submission(exercise.get()).file(), line);
    } catch (CommandException noEditor) {
      console.complain(noEditor.getMessage());
      console.print(KEYS + "\n");
    }
  }
}
