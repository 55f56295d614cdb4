package workbook.usecase;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;
import workbook.io.IoErrors;
import workbook.process.TempDirectory;

/// A folder that holds an export of the book and nothing else. A list in it names its files: what
/// isn't in that list belongs to somebody else, and is never touched.
public final class ExportFolder {
  /// The list of its files.
  private static final String LIST = ".workbook-export";

  /// Ends the name of the earlier export as long as the new one takes its place.
  private static final String OLD = "-old";

  private final Path folder;

  /// What the names of its drafts begin with, which lie beside it; their maker's process follows.
  private final String drafts;

  /// @param folder what was typed
  public ExportFolder(Path folder) {
    this.folder = folder.toAbsolutePath().normalize();
    drafts = "." + this.folder.getFileName() + ".export-";
  }

  /// Refuses a folder that holds something else than an export, or can't be written. Writes
  /// nothing.
  ///
  /// @throws CommandException with one plain sentence
  public void check() throws CommandException {
    var above = folder.getParent();
    if (above == null || !Files.isDirectory(above)) {
      throw CommandException.usage("There is no folder %s. Create it first.".formatted(above));
    }
    if (!Files.isWritable(above)) {
      throw CommandException.usage(
          "You may not write in the folder %s. Name another one.".formatted(above));
    }
    if (!Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
      return;
    }
    if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
      throw CommandException.usage("%s is not a folder. Name a new one.".formatted(folder));
    }
    try (var all = Files.walk(folder)) {
      var list = folder.resolve(LIST);
      var own = new TreeSet<String>();
      if (Files.isRegularFile(list)) {
        own.addAll(Files.readAllLines(list));
      }
      var other =
          all.filter(file -> !Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS))
              .filter(file -> !file.equals(list) && !own.contains(name(file)))
              .findFirst();
      if (other.isPresent()) {
        throw CommandException.usage(
            "%s isn't from an export of the book. Name a new folder, or move that file away."
                .formatted(other.get()));
      }
    } catch (IOException failure) {
      throw failed(failure);
    }
  }

  private String name(Path file) {
    return folder.relativize(file).toString().replace('\\', '/');
  }

  /// Puts the files in place of an earlier export, all of them or none. Whoever is killed meanwhile
  /// leaves the folder as it was, or, between two renames, none; then the next call brings the
  /// earlier export back before it begins.
  ///
  /// @param files by their place in the folder, with slashes
  /// @throws CommandException as [#check], or when the disk is full; the folder is then as it was
  public void write(Map<String, byte[]> files) throws CommandException {
    check();
    var unique = drafts + ProcessHandle.current().pid();
    var draft = folder.resolveSibling(unique);
    var old = folder.resolveSibling(unique + OLD);
    try {
      recover();
      create(draft);
      for (var file : files.entrySet()) {
        var path = draft.resolve(file.getKey());
        Files.createDirectories(path.getParent());
        Files.write(path, file.getValue());
      }
      Files.write(draft.resolve(LIST), new TreeSet<>(files.keySet()));
      if (Files.exists(folder)) {
        Files.move(folder, old, StandardCopyOption.ATOMIC_MOVE);
      }
      putInPlace(draft, old);
    } catch (IOException failure) {
      throw failed(failure);
    } finally {
      TempDirectory.delete(draft);
      TempDirectory.delete(old);
    }
  }

  private static void create(Path draft) throws IOException, CommandException {
    try {
      Files.createDirectory(draft);
    } catch (NoSuchFileException impossible) { // as in /proc, where the kernel makes all folders
      throw noFolderIn(draft.getParent());
    }
  }

  /// Says where no folder can be created.
  static CommandException noFolderIn(Path above) {
    return CommandException.usage(
        "No folder can be created in %s. Name another one.".formatted(above));
  }

  /// Removes what killed processes have left beside the folder.
  private void recover() throws IOException {
    var left = Pattern.compile(Pattern.quote(drafts) + "(\\d+)(" + OLD + ")?");
    List<Path> beside;
    try (var all = Files.list(folder.getParent())) {
      beside = all.sorted().toList();
    }
    for (var one : beside) {
      var name = left.matcher(one.getFileName().toString());
      if (name.matches() && !isAtWork(Long.parseLong(name.group(1)))) {
        if (name.group(2) != null && !Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
          Files.move(one, folder, StandardCopyOption.ATOMIC_MOVE);
        } else {
          TempDirectory.delete(one);
        }
      }
    }
  }

  /// Whether another process may be writing; this one hasn't begun.
  private static boolean isAtWork(long process) {
    return process != ProcessHandle.current().pid()
        && ProcessHandle.of(process).map(ProcessHandle::isAlive).orElse(false);
  }

  private void putInPlace(Path draft, Path old) throws IOException {
    try {
      Files.move(draft, folder, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException failure) {
      if (Files.exists(old)) {
        Files.move(old, folder, StandardCopyOption.ATOMIC_MOVE);
      }
      throw failure;
    }
  }

  private CommandException failed(IOException failure) {
    return CommandException.environment(
        "The book was not exported to %s: %s.".formatted(folder, IoErrors.of(failure)));
  }
}
