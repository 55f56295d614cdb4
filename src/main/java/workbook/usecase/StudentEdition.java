package workbook.usecase;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import workbook.Exercise;
import workbook.Sentences;
import workbook.edition.CourseFiles;
import workbook.edition.EditionWriter;
import workbook.edition.GitObjects;
import workbook.edition.Leak;
import workbook.edition.LeakSearch;
import workbook.io.IoErrors;
import workbook.process.Executables;

/// The book for students: without worked answers, alternatives, traps and lists of mutants, but for
/// those the instructor releases.
public final class StudentEdition {
  private final Path home;
  private final Set<Exercise> released;

  /// @param home the folder of the book with its answers
  /// @param released exercises whose worked answers students get, too
  public StudentEdition(Path home, Collection<Exercise> released) {
    this.home = home;
    this.released = Set.copyOf(released);
  }

  /// What was written.
  ///
  /// @param files how many
  /// @param answers how many files that solve an exercise were left out
  /// @param tests how many classes of tests were left out because they need these
  public record Written(int files, int answers, int tests) {}

  /// What a folder gives away.
  ///
  /// @param files how many files and objects of git were looked through
  /// @param leaks a sentence for each, in the order in which they were found
  /// @param unchecked what could not be looked through, a sentence; empty when everything was
  public record Checked(int files, List<String> leaks, Optional<String> unchecked) {
    public Checked {
      leaks = List.copyOf(leaks);
    }
  }

  /// Writes an edition and looks for leaks in it. Blocks until that is done.
  ///
  /// @param out a folder that does not exist yet, or is empty
  /// @throws CommandException when that fails, or an answer would leak; there is nothing then
  public Written write(Path out) throws CommandException {
    var folder = out.toAbsolutePath().normalize();
    refuse(folder);
    try {
      var course = course();
      try (var writer = writer(folder)) {
        writer.write(course, released);
        var search = new LeakSearch(home, course, released);
        search.inFolder(writer.draft());
        if (!search.leaks().isEmpty()) {
          throw CommandException.environment(
              "Nothing was written, because an answer would leak: "
                  + search.leaks().getFirst().says());
        }
        writer.commit();
        return new Written(search.files(), course.answers().size(), course.tests().size());
      }
    } catch (IOException failure) {
      throw failed("The edition was not written: ", failure);
    }
  }

  private static EditionWriter writer(Path folder) throws IOException, CommandException {
    try {
      return new EditionWriter(folder);
    } catch (NoSuchFileException impossible) {
      throw ExportFolder.noFolderIn(folder.getParent());
    }
  }

  private void refuse(Path out) throws CommandException {
    var above = out.getParent();
    if (above == null || !Files.isDirectory(above)) {
      throw CommandException.usage("There is no folder %s. Create it first.".formatted(above));
    }
    if (Files.exists(out) && !isEmptyFolder(out)) {
      throw CommandException.usage("%s exists and isn't empty. Name a new folder.".formatted(out));
    }
    if (out.startsWith(home.toAbsolutePath().normalize())) {
      throw CommandException.usage(
          "%s is inside this book. Name a folder outside it.".formatted(out));
    }
    if (!Files.isWritable(above)) {
      throw CommandException.usage(
          "You may not write in the folder %s. Name another one.".formatted(above));
    }
  }

  private static boolean isEmptyFolder(Path folder) {
    try (var all = Files.list(folder)) {
      return all.findAny().isEmpty();
    } catch (IOException noFolder) {
      return false;
    }
  }

  /// Looks for answers in a folder and in the history of its git repository. Blocks until that is
  /// done.
  ///
  /// @throws CommandException when there is no such folder, or a file cannot be read
  public Checked check(Path folder, Optional<Path> git) throws CommandException {
    if (!Files.isDirectory(folder)) {
      throw CommandException.usage("There is no folder %s.".formatted(folder));
    }
    try {
      var search = new LeakSearch(home, course(), released);
      search.inFolder(folder);
      var unchecked = Optional.<String>empty();
      if (Files.exists(folder.resolve(".git"))) {
        if (git.isPresent()) {
          GitObjects.visit(git.get(), folder, search::inHistory);
        } else {
          unchecked = Optional.of("The git history wasn't checked, because there is no git here.");
        }
      }
      return new Checked(search.files(), said(search), unchecked);
    } catch (IOException failure) {
      throw failed("The folder was not checked: ", failure);
    }
  }

  /// Likewise, with the git of this machine.
  public Checked check(Path folder) throws CommandException {
    return check(folder, Executables.find("git"));
  }

  private static List<String> said(LeakSearch search) {
    return search.leaks().stream().map(Leak::says).toList();
  }

  private CourseFiles course() throws IOException, CommandException {
    var course = CourseFiles.of(home, released);
    if (course.answers().isEmpty()) {
      throw CommandException.usage(
          "This book has no answers: it's a student edition already. Run this where they are.");
    }
    return course;
  }

  private static CommandException failed(String what, IOException failure) {
    if (failure instanceof FileSystemException system && system.getFile() != null) {
      var other = system.getOtherFile();
      what += (other == null ? system.getFile() : other) + ": ";
    }
    return CommandException.environment(Sentences.end(what + IoErrors.of(failure)));
  }
}
