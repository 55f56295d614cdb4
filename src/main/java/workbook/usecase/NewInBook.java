package workbook.usecase;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import workbook.Exercise;
import workbook.Lesson;
import workbook.Sentences;
import workbook.author.BookBuilder;
import workbook.author.BookChange;
import workbook.author.BookChange.UnusualFormException;
import workbook.author.NewExercise;
import workbook.author.NewLesson;
import workbook.io.IoErrors;

/// Begins a lesson, an exercise, a trap or an alternative: writes all files it must have, and
/// enters it in the lists. What is written compiles and runs.
///
/// @param home the folder that holds `lessons/`
public record NewInBook(Book book, Path home) {
  /// What stands where the author has not said anything yet.
  public static final String QUESTION = "Which question does this lesson answer?";

  /// Likewise.
  public static final String ASKS = "What this exercise is about.";

  private static final String TYPE = "([A-Z][a-z]+)+";

  /// Begins a book of one's own.
  ///
  /// @param typed a folder that does not exist yet, or is empty
  /// @throws CommandException when it is neither, or cannot be written; nothing has changed then
  public static BookChange book(String typed) throws CommandException {
    try {
      var folder = Path.of(typed).toAbsolutePath().normalize();
      if (Files.exists(folder) && !(Files.isDirectory(folder) && isEmpty(folder))) {
        throw CommandException.usage(
            "%s exists and isn't empty. Name a new folder.".formatted(folder));
      }
      return BookBuilder.begin(folder);
    } catch (InvalidPathException odd) {
      throw CommandException.usage("'%s' is not a valid file name.".formatted(typed));
    } catch (IOException failure) {
      throw failed(failure);
    }
  }

  private static boolean isEmpty(Path folder) throws IOException {
    try (var all = Files.list(folder)) {
      return all.findAny().isEmpty();
    }
  }

  private static CommandException failed(IOException failure) {
    var file = failure instanceof FileSystemException system ? system.getFile() + ": " : "";
    return CommandException.environment(
        Sentences.end("Nothing was changed: " + file + IoErrors.of(failure)));
  }

  /// Begins a lesson behind the last one.
  ///
  /// @throws CommandException when a name or the question will not do, or it cannot be written;
  ///   nothing has changed then
  public BookChange lesson(String name, String question) throws CommandException {
    if (!name.matches("[a-z]{2,20}")) {
      throw CommandException.usage(
          "A lesson is called by one word in lower case, for example queues, not '%s'."
              .formatted(name));
    }
    if (book.lessons().stream().anyMatch(lesson -> lesson.name().equals(name))) {
      throw CommandException.usage("There is a lesson %s already.".formatted(name));
    }
    if (!question.matches("[^\"\\\\|\\n]{3,75}\\?")) {
      throw CommandException.usage(
          "The question is one line of at most 75 letters that ends in a question mark, without"
              + " quotation marks and bars.");
    }
    var rooms = book.lessons().stream().map(Lesson::room).toList();
    var room = NewLesson.room(rooms, name);
    if (!hasTests(home) && NewInBook.class.getResource("/" + room + "/README.md") != null) {
      throw CommandException.usage(
          "The workbook itself has a room %s. Call the lesson something else.".formatted(room));
    }
    return write(
        change -> {
          NewLesson.plan(change, rooms, name, question);
          if (!hasTests(home)) {
            change.leaveOut("src/test/java/");
          }
        });
  }

  /// Begins an exercise.
  ///
  /// @param lesson as a person names it
  /// @param name of the class to write
  /// @param contract the interface it implements
  /// @param asks what it is about, one line
  /// @throws CommandException when a name will not do, or it cannot be written; nothing has changed
  ///   then
  public BookChange exercise(String lesson, String name, String contract, String asks)
      throws CommandException {
    if (!name.matches(TYPE)) {
      throw CommandException.usage(
          "An exercise is called by the class to write, for example TicketBooth, not '%s'."
              .formatted(name));
    }
    if (!contract.matches(TYPE) || contract.equals(name)) {
      throw CommandException.usage(
          "The contract is an interface with a name of its own, for example BoxOffice, not '%s'."
              .formatted(contract));
    }
    for (var type : List.of(name, contract)) {
      if (Object.class.getResource(type + ".class") != null) {
        throw CommandException.usage(
            "Java has a class %s already. Choose another name.".formatted(type));
      }
    }
    if (!asks.matches("[^\"\\\\|\\n]{3,50}\\.")) {
      throw CommandException.usage(
          "Say in one line of at most 50 letters, with a full stop, what the exercise is about;"
              + " without quotation marks and bars.");
    }
    var of = book.lesson(lesson);
    return write(change -> NewExercise.plan(change, of, name, contract, asks));
  }

  /// Begins a wrong answer to an exercise, or a right one.
  ///
  /// @param kind `trap` or `alternative`
  /// @param type the class
  /// @throws CommandException when a name will not do, or it cannot be written; nothing has changed
  ///   then
  public BookChange answer(String kind, Exercise exercise, String type) throws CommandException {
    if (!hasTests(home)) {
      throw CommandException.usage(
          "Traps and alternatives are judged by the tests of the workbook itself: add them in a"
              + " clone of it, without --book.");
    }
    if (!type.matches("[A-Z]\\w*") || type.equals(exercise.name())) {
      throw CommandException.usage(
          "The class is called by what is special about it, for example VolatileTotal, not '%s'."
              .formatted(type));
    }
    var files = new ExerciseFiles(home, exercise);
    var beginning = kind.equals("trap") ? files.stub() : files.solution();
    return write(change -> NewExercise.planAnswer(change, exercise, kind, type, beginning));
  }

  /// Whether the book is a clone of the workbook, which Maven builds and tests.
  static boolean hasTests(Path home) {
    return Files.exists(home.resolve("pom.xml"));
  }

  private interface Plan {
    void of(BookChange change) throws IOException, UnusualFormException;
  }

  private BookChange write(Plan plan) throws CommandException {
    var change = new BookChange(home);
    try {
      plan.of(change);
      refuseTakenNames(change);
      change.apply();
      return change;
    } catch (UnusualFormException unusual) {
      throw CommandException.environment(unusual.getMessage());
    } catch (IOException failure) {
      throw failed(failure);
    }
  }

  /// A simple name stands for one class of the book.
  private void refuseTakenNames(BookChange change) throws IOException, CommandException {
    var taken = new HashSet<String>();
    for (var root : List.of("lessons", "src/main/java", "src/test/java")) {
      if (Files.isDirectory(home.resolve(root))) {
        try (Stream<Path> all = Files.walk(home.resolve(root))) {
          taken.addAll(types(all.map(file -> file.toString().replace('\\', '/'))));
        }
      }
    }
    for (var type : types(change.added().stream())) {
      if (taken.contains(type)) {
        throw CommandException.usage(
            "There is a class %s already. Choose another name.".formatted(type));
      }
    }
  }

  /// The classes of these files, but for answers to exercises, which may share their names.
  private static Set<String> types(Stream<String> files) {
    return files
        .filter(file -> file.endsWith(".java"))
        .filter(
            file ->
                !file.matches(
                    ".*/(exercise|stub|solution|traps|alternatives)/.*|.*/package-info.java"))
        .map(file -> file.replaceFirst(".*/", "").replace(".java", ""))
        .collect(Collectors.toSet());
  }
}
