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
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import workbook.process.Executables;
import workbook.process.JavaProcess;
import workbook.usecase.ExitCode;

/// `exercise reset` that is killed, or that finds the disk full: what the learner wrote is still
/// there, whole, in its place or as a copy.
@Tag("fast")
class ResetTest {
  private static final String MINE =
      "package _01_alpha.exercise;\n" + "// my work\n".repeat(100_000);

  /// What a file may grow to in the place of a full disk: a few blocks of a shell, as 512 or 1,024
  /// bytes.
  private static final int BLOCKS = 8;

  @TempDir Path home;

  @BeforeEach
  void layTheFiles() throws IOException {
    TestExercise.lay(home);
  }

  private List<Path> kept() throws IOException {
    var folder = home.resolve(".workbook/kept");
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (var files = Files.list(folder)) {
      return files.toList();
    }
  }

  /// Killed as soon as a copy is begun, which is before, while or after the file is replaced.
  @RepeatedTest(3)
  void killedInTheMiddleItHasLostNothing() throws Exception {
    TestExercise.save(home, MINE);
    var reset = StartedProcess.testBook(home, Map.of(), "exercise", "reset", "hello");
    while (kept().isEmpty() && !reset.process.waitFor(1, TimeUnit.MILLISECONDS)) {
      // not yet
    }
    reset.process.destroyForcibly().waitFor();
    var now = Files.readString(TestExercise.file(home));
    if (!now.equals(MINE)) {
      assertEquals(TestExercise.BEGINNING, now);
      assertEquals(MINE, Files.readString(kept().getFirst()));
    }
  }

  @Test
  void aFullDiskKeepsNoCopyAndChangesNothing() throws Exception {
    TestExercise.save(home, MINE);
    var ended = resetOnAFullDisk();
    assertEquals(ExitCode.ENVIRONMENT, ended.code(), ended.err());
    assertTrue(ended.err().contains("was not reset, because no copy"), ended.err());
    assertEquals(MINE, Files.readString(TestExercise.file(home)));
    assertEquals(List.of(), kept());
  }

  @Test
  void aDiskThatIsFullAfterTheCopyChangesNothingEither() throws Exception {
    var stub = home.resolve("lessons/_01_alpha/stub/Hello.java");
    Files.writeString(stub, Files.readString(stub) + "// long\n".repeat(100_000));
    TestExercise.save(home, "// my work\n");
    var ended = resetOnAFullDisk();
    assertEquals(ExitCode.ENVIRONMENT, ended.code(), ended.err());
    assertTrue(ended.err().contains("could not be written"), ended.err());
    assertEquals("// my work\n", Files.readString(TestExercise.file(home)));
    try (var beside = Files.list(TestExercise.file(home).getParent())) {
      assertEquals(List.of(TestExercise.file(home)), beside.toList(), "no draft is left");
    }
  }

  private StartedProcess.Ended resetOnAFullDisk() throws Exception {
    assumeTrue(Executables.find("sh").isPresent(), "skipped: there is no program called sh");
    var java = JavaProcess.builder(TestBook.class, "exercise", "reset", "hello").command();
    java.addAll(1, List.of("-XX:-UsePerfData", "-Dworkbook.home=" + home));
    var command =
        new ArrayList<>(List.of("sh", "-c", "ulimit -f " + BLOCKS + " && exec \"$@\"", "sh"));
    command.addAll(java);
    return StartedProcess.of(new ProcessBuilder(command), Map.of()).ended();
  }
}
