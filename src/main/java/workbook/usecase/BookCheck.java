package workbook.usecase;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import workbook.Exercise;
import workbook.Lesson;
import workbook.Sentences;
import workbook.author.Unwritten;
import workbook.grade.Grader;
import workbook.grade.GradingResult;
import workbook.io.IoErrors;
import workbook.page.MalformedPageException;
import workbook.page.PageParser;

/// What a book lacks, each a sentence that begins with the file to write or to mend: files that a
/// lesson or an exercise must have, and places that still are as their template made them.
///
/// @param home the folder that holds `lessons/`
public record BookCheck(Book book, Path home) {
  private static final int TRAPS = 8;
  private static final int ALTERNATIVES = 3;

  /// What is lacking, what to write next first. Runs no code of a lesson.
  ///
  /// @throws CommandException when a file of the book cannot be read
  public List<String> lacks() throws CommandException {
    try {
      var lacks = new ArrayList<String>();
      unknownRooms(lacks);
      Unwritten.in(home).forEach(one -> lacks.add(one.toString()));
      for (var lesson : book.lessons()) {
        ofLesson(lesson, lacks);
        for (var exercise : lesson.exercises()) {
          ofExercise(exercise, lacks);
        }
      }
      return lacks;
    } catch (IOException failure) {
      throw CommandException.environment(
          Sentences.end("The book cannot be read: " + IoErrors.of(failure)));
    }
  }

  /// What the graded tests say of each exercise: the stub must fail, and the worked answer pass
  /// with all points. Blocks until all were graded.
  ///
  /// @throws CommandException when a file of the book cannot be read
  /// @throws IOException with one plain sentence when the workbook itself cannot grade
  public List<String> misjudged(Grader.Factory graders)
      throws CommandException, IOException, InterruptedException {
    var faults = new ArrayList<String>();
    try (var grader = graders.open(home, true)) {
      for (var ref : book.exercises()) {
        var exercise = ref.exercise();
        var files = new ExerciseFiles(home, exercise);
        var room = "lessons/" + exercise.room() + "/";
        var name = exercise.name() + ".java";
        var stub = grader.check(exercise, Path.of(name), files.stub().getBytes(UTF_8));
        if (stub instanceof GradingResult.Scored scored && scored.passed()) {
          faults.add(room + "stub/" + name + ": passes every test; it must fail");
        }
        var text =
            files
                .solution()
                .replaceFirst(
                    "(?m)^package \\w+\\.solution;", "package " + exercise.room() + ".exercise;");
        switch (grader.check(exercise, Path.of(name), text.getBytes(UTF_8))) {
          case GradingResult.Rejected rejected ->
              faults.add(
                  "%ssolution/%s:%d: %s"
                      .formatted(
                          room,
                          name,
                          rejected.diagnostics().getFirst().line(),
                          rejected.diagnostics().getFirst().says()));
          case GradingResult.Scored scored -> ofSolution(room, name, scored, faults);
        }
      }
    }
    return faults;
  }

  private static void ofSolution(
      String room, String name, GradingResult.Scored scored, List<String> faults) {
    for (var result : scored.results()) {
      if (!result.passed()) {
        faults.add(
            "%ssolution/%s: does not pass \"%s\"; mend it, or the test"
                .formatted(room, name, result.says()));
      }
    }
    if (scored.of() != Exercise.POINTS) {
      faults.add(
          "%s%s: gives %d points, not %d"
              .formatted(room, name.replace(".java", "Test.java"), scored.of(), Exercise.POINTS));
    }
  }

  private boolean hasTests() {
    return NewInBook.hasTests(home);
  }

  private void unknownRooms(List<String> lacks) throws IOException {
    var known = book.lessons().stream().map(Lesson::room).toList();
    try (var rooms = Files.list(home.resolve("lessons"))) {
      rooms
          .filter(Files::isDirectory)
          .map(room -> room.getFileName().toString())
          .filter(room -> room.startsWith("_") && !known.contains(room))
          .sorted()
          .forEach(
              room ->
                  lacks.add(
                      ("lessons/book/Contents.java: lessons/%s is not in the built book; see that"
                              + " it has a line, and build")
                          .formatted(room)));
    }
  }

  private void ofLesson(Lesson lesson, List<String> lacks) throws IOException {
    var room = lesson.room();
    var page = "lessons/" + room + "/README.md";
    need(page, "the lesson's page", lacks);
    need("notebooks/" + room.substring(1) + ".jsh", "the lesson's notebook", lacks);
    var capital =
        lesson.name().substring(0, 1).toUpperCase(Locale.ROOT) + lesson.name().substring(1);
    if (hasTests()) {
      need(
          "src/test/java/%s/%sMadeUp.java".formatted(room, capital),
          "made-up observations for each experiment",
          lacks);
    }
    if (Files.exists(home.resolve(page))) {
      try {
        PageParser.parse(Files.readString(home.resolve(page)));
      } catch (MalformedPageException broken) {
        lacks.add(page + ": " + broken.getMessage());
      }
    }
  }

  private void ofExercise(Exercise exercise, List<String> lacks) throws IOException {
    var room = "lessons/" + exercise.room() + "/";
    var name = exercise.name();
    need(room + name + ".md", "the task", lacks);
    need(room + "stub/" + name + ".java", "how the learner's file begins", lacks);
    need(room + "solution/" + name + ".java", "the worked answer", lacks);
    need(room + name + "Test.java", "the graded tests", lacks);
    need(room + "hints/" + name + ".md", "the hints", lacks);
    need(room + "solution/" + name + ".md", "the right answers side by side", lacks);
    if (!hasTests()) {
      return;
    }
    var tests = "src/test/java/" + exercise.room() + "/%s/" + name.toLowerCase(Locale.ROOT) + "/";
    atLeast(TRAPS, tests.formatted("traps"), "trap", exercise, lacks);
    atLeast(ALTERNATIVES, tests.formatted("alternatives"), "alternative", exercise, lacks);
  }

  private void need(String file, String what, List<String> lacks) {
    if (!Files.exists(home.resolve(file))) {
      lacks.add(file + ": write " + what);
    }
  }

  private void atLeast(int least, String folder, String kind, Exercise exercise, List<String> lacks)
      throws IOException {
    var count = 0L;
    if (Files.isDirectory(home.resolve(folder))) {
      try (var files = Files.list(home.resolve(folder))) {
        count = files.filter(file -> file.toString().endsWith(".java")).count();
      }
    }
    if (count < least) {
      lacks.add(
          "%s: has %d of at least %d; begin one with new %s %s CLASS"
              .formatted(folder, count, least, kind, exercise.id()));
    }
  }
}
