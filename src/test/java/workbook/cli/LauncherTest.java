package workbook.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import book.Contents;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import workbook.process.BuildFolder;
import workbook.process.Executables;
import workbook.usecase.ExitCode;

/// The script `target/workbook` as a person starts it: real script, real JDK, real book.
@Tag("fast")
class LauncherTest {
  private static final Path LAUNCHER = Path.of("target", "workbook").toAbsolutePath();

  @TempDir Path folder;

  @BeforeEach
  void needsAUnixShell() {
    assumeTrue(Executables.find("sh").isPresent(), "skipped: this machine has no sh");
  }

  private static StartedProcess.Ended launch(Map<String, String> environment, List<String> command)
      throws IOException, InterruptedException {
    return StartedProcess.of(new ProcessBuilder(command), environment).given("");
  }

  private static StartedProcess.Ended launch(Path launcher, String... args)
      throws IOException, InterruptedException {
    var command = new ArrayList<>(List.of(launcher.toString()));
    command.addAll(List.of(args));
    return launch(Map.of(), command);
  }

  @Test
  void listShowsEveryLessonOfTheBook() throws Exception {
    var ended = launch(LAUNCHER, "list");
    assertEquals(ExitCode.DONE, ended.code(), ended.err());
    for (var lesson : Contents.LESSONS) {
      assertTrue(ended.out().contains(lesson.number() + " " + lesson.name()), ended.out());
    }
  }

  @Test
  void anotherBookIsBuiltAndOpenedAndNamedInWhatIsPrinted() throws Exception {
    var own = folder.resolve("my book");
    assertEquals(ExitCode.DONE, launch(LAUNCHER, "new", "book", own.toString()).code());
    var begun = launch(LAUNCHER, "--book=" + own, "new", "lesson", "queues");
    assertEquals(ExitCode.DONE, begun.code(), begun.err());
    assertTrue(begun.out().endsWith(" --book='" + own + "' book check\n"), begun.out());
    var listed = launch(LAUNCHER, "--book", own.toString(), "list");
    assertEquals(ExitCode.DONE, listed.code(), listed.err());
    assertEquals(
        "01 queues: Which question does this lesson answer?",
        listed.out().lines().toList().getFirst());
    var none = launch(LAUNCHER, "--book=" + folder.resolve("none"), "list");
    assertEquals(ExitCode.USAGE, none.code());
    assertTrue(none.err().contains(" is no book: "), none.err());
    assertEquals("", none.out());
  }

  @Test
  void exitCodesAndSentencesPassThrough() throws Exception {
    var ended = launch(LAUNCHER, "lsit");
    assertEquals(
        new StartedProcess.Ended(
            ExitCode.USAGE, "", "There is no command 'lsit'. Did you mean list?\n"),
        ended);
  }

  @Test
  void aLinkToItWorksFromAnywhere() throws Exception {
    var link = Files.createSymbolicLink(folder.resolve("book"), LAUNCHER);
    assertEquals(ExitCode.DONE, launch(link, "list").code());
  }

  @Test
  void anUnsuitableJavaHomeIsPassedOver() throws Exception {
    var ended =
        launch(Map.of("JAVA_HOME", folder.toString()), List.of(LAUNCHER.toString(), "list"));
    assertEquals(ExitCode.DONE, ended.code(), ended.err());
  }

  @Test
  void aBookThatIsNotBuiltSaysHow() throws Exception {
    var alone = Files.copy(LAUNCHER, folder.resolve("workbook"));
    var ended = launch(Map.of(), List.of("sh", alone.toString(), "list"));
    assertEquals(ExitCode.ENVIRONMENT, ended.code());
    assertTrue(ended.err().startsWith("The workbook is not built yet: run mvn -q compile in "));
  }

  @Test
  void theStartUpCacheFitsItsJvm() throws Exception {
    assumeTrue(
        new BuildFolder(LAUNCHER.getParent()).fits(), "skipped: there is no cache that fits");
    var ended =
        launch(Map.of("JAVA_TOOL_OPTIONS", "-XX:AOTMode=on"), List.of(LAUNCHER.toString(), "list"));
    assertEquals(ExitCode.DONE, ended.code(), ended.out());
  }

  @ParameterizedTest
  @CsvSource({
    "'', no cache Commands start slowly: there is no start-up cache.",
    "no cache at all, the cache is stale Commands start slowly: since the start-up cache was made"
  })
  void aStartUpCacheThatIsNoneChangesNothingButWhatDoctorSays(String holds, String says)
      throws Exception {
    var alone = Files.copy(LAUNCHER, folder.resolve("workbook"));
    Files.copy(LAUNCHER.resolveSibling("classpath.txt"), folder.resolve("classpath.txt"));
    copy(LAUNCHER.resolveSibling("classes"), folder.resolve("classes"));
    Files.writeString(folder.resolve("workbook.aot"), holds);
    assertEquals(
        new StartedProcess.Ended(
            ExitCode.USAGE, "", "There is no command 'lsit'. Did you mean list?\n"),
        launch(alone, "lsit"));
    var doctor = launch(alone, "doctor").out().replaceAll("\\s+", " ");
    assertTrue(doctor.contains("-- start-up " + says), doctor);
  }

  private static void copy(Path from, Path to) throws IOException {
    try (var files = Files.walk(from)) {
      for (var file : files.toList()) {
        Files.copy(file, to.resolve(from.relativize(file)));
      }
    }
  }

  /// Without the start-up cache, which brings all of its classes at once.
  @Test
  void listNeedsNeitherTerminalNorJsonNorCharts() throws Exception {
    var ended =
        launch(
            Map.of("JAVA_TOOL_OPTIONS", "-XX:AOTMode=off -Xlog:class+load"),
            List.of(LAUNCHER.toString(), "list"));
    assertEquals(ExitCode.DONE, ended.code());
    for (var heavy : List.of("org.jline.", "com.google.gson.", "org.jfree.", "org.commonmark.")) {
      assertTrue(!ended.out().contains(heavy), heavy + " was loaded");
    }
  }
}
