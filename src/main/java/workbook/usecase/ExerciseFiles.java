package workbook.usecase;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import workbook.Exercise;
import workbook.io.AtomicFile;
import workbook.io.DisplayPath;
import workbook.io.Invocation;
import workbook.io.IoErrors;

/// The files of an exercise below `lessons/`: the learner's own, how that began, the worked answer,
/// and what is written about it.
///
/// @param home the folder that holds `lessons/` and `.workbook/`
public record ExerciseFiles(Path home, Exercise exercise) {
  private static final DateTimeFormatter SECOND = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss");

  /// The file that the learner edits.
  Path file() {
    return java("exercise");
  }

  private Path java(String folder) {
    return room().resolve(folder).resolve(exercise.name() + ".java");
  }

  private Path room() {
    return home.resolve("lessons").resolve(exercise.room());
  }

  /// The learner's file as a person types it.
  String shown() {
    return DisplayPath.of(file());
  }

  /// What is to be done.
  ///
  /// @throws CommandException when the file is gone
  public String task() throws CommandException {
    return markdown(room());
  }

  /// What the learner's class promises: the text of the interface.
  ///
  /// @throws CommandException when the file is gone
  public String contract() throws CommandException {
    return read(room().resolve(exercise.contract().getSimpleName() + ".java"));
  }

  /// The hints, from a question to nearly the answer.
  ///
  /// @throws CommandException when the file is gone
  public List<String> hints() throws CommandException {
    return ExerciseText.hints(markdown(room().resolve("hints")));
  }

  /// The right answers side by side; for whoever has solved it, or has given up.
  ///
  /// @throws CommandException when the file is gone
  String compare() throws CommandException {
    return ExerciseText.untitled(markdown(room().resolve("solution")));
  }

  private String markdown(Path folder) throws CommandException {
    var text = Invocation.inText(read(folder.resolve(exercise.name() + ".md")));
    return ExerciseText.linked(text, Path.of(DisplayPath.of(folder)));
  }

  /// Whether there is a worked answer. A student edition has none until it is released.
  boolean hasSolution() {
    return Files.exists(java("solution"));
  }

  /// The worked answer.
  ///
  /// @throws CommandException when the file is gone
  String solution() throws CommandException {
    return read(java("solution"));
  }

  /// How the learner's file began.
  ///
  /// @throws CommandException when the file is gone
  public String stub() throws CommandException {
    return read(java("stub"))
        .replaceFirst("(?m)^package \\w+\\.stub;", "package " + exercise.room() + ".exercise;");
  }

  private static String read(Path file) throws CommandException {
    try {
      return Files.readString(file);
    } catch (IOException unreadable) {
      throw CommandException.environment(
          "%s is part of the book, but it cannot be read. Restore it with git."
              .formatted(DisplayPath.of(file)));
    }
  }

  /// Whether the learner has written anything yet.
  public boolean isEdited() throws CommandException {
    try {
      var beginning = stub().lines().toList();
      return Files.exists(file(), LinkOption.NOFOLLOW_LINKS)
          && !(Files.isRegularFile(file()) && Files.readAllLines(file()).equals(beginning));
    } catch (IOException unlikeTheBeginning) {
      return true;
    }
  }

  /// Makes the learner's file if there is none.
  ///
  /// @return whether it was made
  /// @throws CommandException when that fails
  boolean start() throws CommandException {
    if (Files.exists(file(), LinkOption.NOFOLLOW_LINKS)) {
      return false;
    }
    put();
    return true;
  }

  /// Makes the learner's file if there is none, and says nothing when that fails: whoever needs the
  /// file is told then.
  public void startQuietly() {
    try {
      start();
    } catch (CommandException toldLater) {
      // The folder may be read-only.
    }
  }

  /// Lets the learner's file begin anew, and keeps a copy of what it held.
  ///
  /// @return the copy; empty when the file was as at the beginning, or not there
  /// @throws CommandException when that fails; the file is then as it was before
  Optional<Path> reset() throws CommandException {
    if (!isEdited()) {
      start();
      return Optional.empty();
    }
    var copy = keep();
    put();
    return Optional.of(copy);
  }

  private void put() throws CommandException {
    var beginning = stub();
    try {
      Files.createDirectories(file().getParent());
      AtomicFile.replace(file(), file().resolveSibling(file().getFileName() + ".draft"), beginning);
    } catch (IOException failure) {
      throw CommandException.environment(
          "%s could not be written: %s.".formatted(shown(), IoErrors.of(failure)));
    }
  }

  private Path keep() throws CommandException {
    if (!Files.isRegularFile(file())) {
      throw CommandException.usage(
          "%s is not a regular file. Move it away first.".formatted(shown()));
    }
    try {
      var folder = Files.createDirectories(home.resolve(".workbook").resolve("kept"));
      var copy = unused(folder);
      AtomicFile.copy(file(), copy);
      return copy;
    } catch (IOException failure) {
      throw CommandException.environment(
          "%s was not reset, because no copy of it could be saved: %s."
              .formatted(shown(), IoErrors.of(failure)));
    }
  }

  private Path unused(Path folder) throws IOException {
    var name = exercise.name() + "-" + SECOND.format(LocalDateTime.now());
    for (var number = 1; number < 1_000; number++) {
      var copy = folder.resolve(name + (number == 1 ? "" : "-" + number) + ".java");
      if (!Files.exists(copy, LinkOption.NOFOLLOW_LINKS)) {
        return copy;
      }
    }
    throw new FileAlreadyExistsException(folder.resolve(name).toString());
  }
}
