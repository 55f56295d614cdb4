package workbook.usecase;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import workbook.Sentences;
import workbook.io.Invocation;
import workbook.io.IoErrors;
import workbook.notebook.Notebook;
import workbook.notebook.NotebookChecker;
import workbook.notebook.NotebookDirectory;
import workbook.notebook.Presentation;
import workbook.notebook.export.NotebookRun;
import workbook.notebook.export.PercentFile;

/// Finds the notebooks, presents one, and checks that each prints what it says.
public final class PresentNotebook {
  private final NotebookDirectory directory;

  /// @param home the folder that holds `notebooks/`
  public PresentNotebook(Path home) {
    directory = new NotebookDirectory(home.resolve("notebooks"));
  }

  /// The files in the order of their names.
  ///
  /// @throws CommandException when there are none, or the folder cannot be read
  public List<Path> files() throws CommandException {
    try {
      var files = directory.files();
      if (files.isEmpty()) {
        throw CommandException.usage("There is no notebook in %s.".formatted(directory.folder()));
      }
      return files;
    } catch (IOException failure) {
      throw unreadable(directory.folder(), failure);
    }
  }

  /// The file that a person means by its number or its name; empty when there is none.
  ///
  /// @throws CommandException when the folder cannot be read
  public Optional<Path> lookUp(String typed) throws CommandException {
    try {
      return directory.find(typed);
    } catch (IOException failure) {
      throw unreadable(directory.folder(), failure);
    }
  }

  /// Likewise, or a file of the person's own, by its path.
  ///
  /// @throws CommandException when there is none; the sentence offers the nearest names
  public Path find(String typed) throws CommandException {
    var file = lookUp(typed).or(() -> NotebookDirectory.own(typed));
    if (file.isPresent()) {
      return file.get();
    }
    var names =
        files().stream()
            .map(each -> NotebookDirectory.name(each).replaceFirst("^\\d+_", ""))
            .toList();
    throw CommandException.usage(
        "There is no notebook '%s'. %s"
            .formatted(
                typed,
                Suggestions.offer(typed, names, Invocation.of("notebook list shows them."))));
  }

  /// @throws CommandException when the file cannot be read
  /// @throws Notebook.Malformed when it is no notebook
  public Notebook read(Path file) throws CommandException, Notebook.Malformed {
    try {
      return Notebook.read(file);
    } catch (CharacterCodingException notText) {
      throw CommandException.usage("%s is not UTF-8 text.".formatted(file));
    } catch (IOException failure) {
      throw unreadable(file, failure);
    }
  }

  /// Reads one that is to be presented.
  ///
  /// @throws CommandException when the file cannot be read or is no notebook
  public Notebook open(Path file) throws CommandException {
    try {
      return read(file);
    } catch (Notebook.Malformed broken) {
      throw CommandException.usage(
          "Fix the notebook first: %s".formatted(Sentences.end(broken.getMessage())));
    }
  }

  /// Opens a presentation, which the caller closes.
  ///
  /// @throws CommandException when this Java has no JShell, or not the notebook's preview features
  public Presentation present(Notebook notebook, Presentation.Audience audience)
      throws CommandException {
    requireJShell();
    if (notebook.missing().isPresent()) {
      throw CommandException.environment(
          "%s cannot be presented here. %s".formatted(notebook.name(), notebook.missing().get()));
    }
    return new Presentation(notebook, classPath(), audience);
  }

  /// Runs one from its first step to its last. Blocks until it is done.
  ///
  /// @param limit the time for one step
  /// @throws CommandException when this Java has no JShell, or none starts
  /// @throws Notebook.Malformed when the file is no notebook
  public NotebookChecker.Finding check(Path file, Duration limit)
      throws CommandException, Notebook.Malformed, InterruptedException {
    requireJShell();
    var notebook = read(file);
    try {
      return new NotebookChecker(classPath(), limit).of(notebook);
    } catch (IOException doesNotStart) {
      throw CommandException.environment(Sentences.of(doesNotStart.getMessage()));
    }
  }

  /// Runs one from its first cell to its last, and keeps what comes out. Blocks until it is done.
  ///
  /// @param limit the time for one step
  /// @throws CommandException when it cannot be read or run here
  public NotebookRun run(Path file, Duration limit) throws CommandException, InterruptedException {
    requireJShell();
    var notebook = open(file);
    if (notebook.missing().isPresent()) {
      throw CommandException.environment(
          "%s cannot run here. %s".formatted(notebook.name(), notebook.missing().get()));
    }
    try {
      return NotebookRun.of(notebook, classPath(), limit);
    } catch (IOException failure) {
      throw CommandException.environment(
          Sentences.end("The notebook could not be run: " + IoErrors.of(failure)));
    }
  }

  /// The script under the name that Jupytext knows.
  ///
  /// @throws CommandException when it cannot be read, or is no notebook
  public String percent(Path file) throws CommandException {
    open(file);
    try {
      return PercentFile.of(Files.readString(file));
    } catch (IOException failure) {
      throw unreadable(file, failure);
    }
  }

  private static CommandException unreadable(Path file, IOException why) {
    return CommandException.environment("%s cannot be read: %s.".formatted(file, IoErrors.of(why)));
  }

  private static void requireJShell() throws CommandException {
    if (ModuleLayer.boot().findModule("jdk.jshell").isEmpty()) {
      throw CommandException.environment(
          "This Java has no JShell, which runs the notebooks. Use a full JDK, not a trimmed"
              + " runtime.");
    }
  }

  private static String classPath() {
    return System.getProperty("java.class.path");
  }
}
