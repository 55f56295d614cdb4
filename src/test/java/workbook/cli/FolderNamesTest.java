package workbook.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import workbook.process.Executables;
import workbook.usecase.ExitCode;

/// The book in a folder whose name is not plain ASCII, or has a space, whatever the locale says.
class FolderNamesTest {
  private static final Path HOME = Path.of("").toAbsolutePath();

  @TempDir Path folder;
  private Path launcher;

  @BeforeEach
  void moveTheBook() throws IOException {
    assumeTrue(Executables.find("sh").isPresent(), "skipped: this machine has no sh");
    assumeTrue(
        System.getProperty("sun.jnu.encoding").equals("UTF-8"),
        "skipped: under this locale the test itself cannot name such a folder");
    var target = Files.createDirectories(folder.resolve("pläce Ж 日本").resolve("target"));
    Files.createSymbolicLink(target.resolveSibling("lessons"), HOME.resolve("lessons"));
    Files.createSymbolicLink(target.resolve("classes"), HOME.resolve("target/classes"));
    Files.copy(HOME.resolve("target/classpath.txt"), target.resolve("classpath.txt"));
    launcher = Files.copy(HOME.resolve("target/workbook"), target.resolve("workbook"));
  }

  /// JUnit would warn of each.
  @AfterEach
  void deleteTheLinks() throws IOException {
    if (launcher != null) {
      Files.delete(launcher.resolveSibling("classes"));
      Files.delete(launcher.getParent().resolveSibling("lessons"));
    }
  }

  /// Under `no_SUCH.UTF-8`, which no system has, Java falls back to ASCII, too.
  @ParameterizedTest
  @ValueSource(strings = {"LC_ALL=C", "LC_ALL=", "LC_ALL=no_SUCH.UTF-8", "LC_ALL=C.UTF-8"})
  void experimentsRunAndAnswersAreGraded(String locale) throws Exception {
    var answer = folder.resolve("Tally.java");
    var solution = Files.readString(HOME.resolve("lessons/_03_races/solution/Tally.java"));
    Files.writeString(answer, solution.replace("_03_races.solution", "_03_races.exercise"));
    assertDone(launch(locale, "run", "processes/anatomy", "--chart=none"));
    assertDone(launch(locale, "check", "tally", "--file=" + answer));
    assertDone(launch(locale, "progress"));
    assertTrue(Files.exists(launcher.resolveSibling("../.workbook/progress")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"LC_ALL=C", "LC_ALL=no_SUCH.UTF-8"})
  void whatIsPrintedIsWhatTheLocaleCanShow(String locale) throws Exception {
    var out = launch(locale, "explore", "races/lost-update").out();
    var ascii = out.chars().allMatch(letter -> letter < 128);
    assertEquals(locale.equals("LC_ALL=C"), ascii, out);
  }

  private StartedProcess.Ended launch(String locale, String... args)
      throws IOException, InterruptedException {
    var command =
        new ArrayList<>(List.of("env", "-u", "LANG", "-u", "LC_CTYPE", "-u", "LC_ALL", locale));
    command.addAll(List.of("sh", launcher.toString()));
    command.addAll(List.of(args));
    return StartedProcess.of(new ProcessBuilder(command), Map.of()).given("");
  }

  private static void assertDone(StartedProcess.Ended ended) {
    assertEquals(ExitCode.DONE, ended.code(), ended.err() + ended.out());
  }
}
