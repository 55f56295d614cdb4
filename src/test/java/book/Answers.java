package book;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import workbook.Exercise;

/// The answers that the book has to its exercises.
final class Answers {
  private static final Path BOOK = Path.of("lessons");
  private static final Path TESTS = Path.of("src", "test", "java");

  /// The exercises to look at thoroughly, `-Dexercise=tally,bank`, or `all` of them; empty for a
  /// short look at each.
  private static final String WANTED = System.getProperty("exercise", "");

  /// Whether there is time for everything.
  static final boolean THOROUGH = !WANTED.isEmpty();

  private static final String ALL = "all";

  /// An answer.
  ///
  /// @param root the source folder
  /// @param type the class, with dots
  record Answer(Path root, String type) {
    String name() {
      return type.substring(type.lastIndexOf('.') + 1);
    }
  }

  private Answers() {}

  static Stream<Exercise> exercises() {
    return Contents.LESSONS.stream()
        .flatMap(lesson -> lesson.exercises().stream())
        .filter(exercise -> !THOROUGH || WANTED.equals(ALL) || isWanted(exercise));
  }

  private static boolean isWanted(Exercise exercise) {
    return List.of(WANTED.split(",")).contains(exercise.id());
  }

  static Answer stub(Exercise exercise) {
    return new Answer(BOOK, exercise.stub());
  }

  static Answer solution(Exercise exercise) {
    return new Answer(BOOK, exercise.solution());
  }

  /// Wrong ones.
  static List<Answer> traps(Exercise exercise) {
    return all(exercise, "traps");
  }

  /// Right ones beside the solution.
  static List<Answer> alternatives(Exercise exercise) {
    return all(exercise, "alternatives");
  }

  /// The solution and the alternatives.
  static List<Answer> right(Exercise exercise) {
    return Stream.concat(Stream.of(solution(exercise)), alternatives(exercise).stream()).toList();
  }

  /// The classes of `ROOM.traps.EXERCISE` or `ROOM.alternatives.EXERCISE`.
  private static List<Answer> all(Exercise exercise, String kind) {
    var room = exercise.room() + "." + kind + "." + exercise.name().toLowerCase(Locale.ROOT);
    var folder = TESTS.resolve(room.replace('.', '/'));
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (var files = Files.list(folder)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(".java"))
          .map(name -> new Answer(TESTS, room + "." + name.replace(".java", "")))
          .sorted((one, other) -> one.type().compareTo(other.type()))
          .toList();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
