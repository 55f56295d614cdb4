package workbook.author;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import workbook.io.AtomicFile;

/// Files to add to a book, and files of it to change, all of them or none.
public final class BookChange {
  private final Path home;
  private final Map<String, String> added = new LinkedHashMap<>();
  private final Map<String, String> changed = new LinkedHashMap<>();

  /// @param home the folder that holds `lessons/`
  public BookChange(Path home) {
    this.home = home;
  }

  void add(Map<String, String> files) {
    added.putAll(files);
  }

  /// Adds no file whose name begins so.
  public void leaveOut(String start) {
    added.keySet().removeIf(name -> name.startsWith(start));
  }

  /// Something to do to a text.
  interface Edit {
    /// The text as it shall be.
    ///
    /// @throws UnusualFormException when it is not where it is expected
    String of(String text) throws UnusualFormException;
  }

  /// A file of the book is not as the others are, so that nobody but its author can change it.
  public static final class UnusualFormException extends Exception {
    UnusualFormException(String sentence) {
      super(sentence);
    }
  }

  /// Changes a file, or what is to be added by that name.
  void edit(String name, Edit edit) throws IOException, UnusualFormException {
    if (added.containsKey(name)) {
      added.put(name, edit.of(added.get(name)));
    } else {
      var text =
          changed.containsKey(name) ? changed.get(name) : Files.readString(home.resolve(name));
      changed.put(name, edit.of(text));
    }
  }

  /// What will be new, by its name below the book.
  public List<String> added() {
    return List.copyOf(added.keySet());
  }

  /// What will be changed, by its name below the book.
  public List<String> changed() {
    return List.copyOf(changed.keySet());
  }

  /// Writes everything.
  ///
  /// @throws IOException when that fails, or a file is there already; the book is then as it was
  public void apply() throws IOException {
    for (var name : added.keySet()) {
      if (Files.exists(home.resolve(name), LinkOption.NOFOLLOW_LINKS)) {
        throw new FileAlreadyExistsException(name, null, "it is there already");
      }
    }
    var undo = new ArrayDeque<Undo>();
    try {
      for (var file : added.entrySet()) {
        createFolders(home.resolve(file.getKey()).getParent(), undo);
        undo.push(() -> Files.deleteIfExists(home.resolve(file.getKey())));
        replace(file.getKey(), file.getValue());
      }
      for (var file : changed.entrySet()) {
        var before = Files.readString(home.resolve(file.getKey()));
        undo.push(() -> replace(file.getKey(), before));
        replace(file.getKey(), file.getValue());
      }
    } catch (IOException failure) {
      for (var step : undo) {
        undo(step, failure);
      }
      throw failure;
    }
  }

  private interface Undo {
    void run() throws IOException;
  }

  private static void undo(Undo step, IOException failure) {
    try {
      step.run();
    } catch (IOException another) {
      failure.addSuppressed(another);
    }
  }

  private static void createFolders(Path folder, Deque<Undo> undo) throws IOException {
    if (Files.isDirectory(folder)) {
      return;
    }
    createFolders(folder.getParent(), undo);
    Files.createDirectory(folder);
    undo.push(() -> Files.deleteIfExists(folder));
  }

  private void replace(String name, String text) throws IOException {
    var file = home.resolve(name);
    AtomicFile.replace(file, file.resolveSibling(file.getFileName() + ".draft"), text);
  }
}
