package workbook.cli;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import workbook.process.Executables;

/// The built book in another folder, with a launcher of its own. Its lessons and its classes are
/// links to those of this build.
///
/// @param home the folder, which holds `target/workbook`
record MovedBook(Path home) implements AutoCloseable {
  private static final Path BUILT = Path.of("").toAbsolutePath();

  /// Lays it out in a folder that does not exist yet. Where there is no `sh`, or where the locale
  /// of this JVM keeps it from naming such a folder, the test is skipped.
  static MovedBook to(Path parent, String name) throws IOException {
    assumeTrue(Executables.find("sh").isPresent(), "skipped: this machine has no sh");
    assumeTrue(
        System.getProperty("sun.jnu.encoding").equals("UTF-8"),
        "skipped: under this locale the test itself cannot name a folder like that");
    var book = new MovedBook(parent.resolve(name));
    var target = Files.createDirectories(book.launcher().getParent());
    Files.createSymbolicLink(book.home.resolve("lessons"), BUILT.resolve("lessons"));
    Files.createSymbolicLink(book.home.resolve("notebooks"), BUILT.resolve("notebooks"));
    Files.createSymbolicLink(target.resolve("classes"), BUILT.resolve("target/classes"));
    Files.copy(BUILT.resolve("target/classpath.txt"), target.resolve("classpath.txt"));
    Files.copy(BUILT.resolve("target/workbook"), book.launcher());
    return book;
  }

  Path launcher() {
    return home.resolve("target/workbook");
  }

  /// An answer to the exercise Tally that is right, in a file of this name.
  static Path answer(Path file) throws IOException {
    var solution = Files.readString(BUILT.resolve("lessons/_03_races/solution/Tally.java"));
    return Files.writeString(file, solution.replace("_03_races.solution", "_03_races.exercise"));
  }

  /// Runs a command line in a shell.
  ///
  /// @param here the folder in which the person is
  /// @param locale the only variable of the locale, for example `LC_ALL=C`
  static StartedProcess.Ended shell(Path here, String locale, String line)
      throws IOException, InterruptedException {
    var command =
        new ArrayList<>(List.of("env", "-u", "LANG", "-u", "LC_CTYPE", "-u", "LC_ALL", locale));
    command.addAll(List.of("sh", "-c", line));
    var shell = new ProcessBuilder(command).directory(here.toFile());
    return StartedProcess.of(shell, Map.of()).given("");
  }

  /// Deletes the links, of which JUnit would warn.
  @Override
  public void close() throws IOException {
    for (var link : List.of("lessons", "notebooks", "target/classes")) {
      Files.delete(home.resolve(link));
    }
  }
}
