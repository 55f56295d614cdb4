package _11_ipc;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import workbook.Await;
import workbook.process.JavaProcess;
import workbook.process.TempDirectory;

/// A run that was killed leaves its files, and the next run removes them; a run that goes on keeps
/// its own. One that a signal ends removes them itself.
@Tag("slow")
@Timeout(value = 10, unit = TimeUnit.MINUTES)
class StaleRunTest {
  /// A run that never ends by itself.
  static final class EndlessRun {
    private EndlessRun() {}

    public static void main(String[] args) throws IOException, InterruptedException {
      try (var pair = ProcessPair.start(MechanismType.valueOf(args[0]), Responder.Job.ECHO)) {
        System.out.println(pair.folder().path() + " " + pair.child().pid());
        System.in.read();
      }
    }
  }

  private static String firstLine(BufferedReader says, Process run) throws IOException {
    var line = says.readLine();
    if (line == null) {
      fail("the run has ended: " + run.errorReader(StandardCharsets.UTF_8).readAllAsString());
    }
    return line;
  }

  @ParameterizedTest
  @EnumSource
  void whatAKilledRunLeavesIsRemovedByTheNext(MechanismType type) throws Exception {
    assumeTrue(type.mechanism().missing().isEmpty());
    var run = JavaProcess.builder(EndlessRun.class, type.name()).start();
    try (var says = run.inputReader(StandardCharsets.UTF_8)) {
      var words = firstLine(says, run).split(" ");
      var place = Path.of(words[0]);
      var child = ProcessHandle.of(Long.parseLong(words[1])).orElseThrow();
      StaleRuns.remove();
      assertTrue(Files.exists(place), "a run that goes on has lost its folder");
      run.destroyForcibly();
      assertTrue(run.waitFor(1, TimeUnit.MINUTES));
      Await.until("the child has ended with its parent", () -> !child.isAlive());
      StaleRuns.remove(); // or another JVM of the tests does so right now
      Await.until("its folder is removed", () -> Files.notExists(place));
    } finally {
      run.destroyForcibly();
    }
  }

  @Test
  void whatAnotherThreadLooksAtIsLeftAlone() throws Exception {
    var unfinished = Files.createTempDirectory("new-");
    var name = RunFolder.PREFIX + "0-" + unfinished.getFileName();
    var folder = TempDirectory.shared().resolve(name);
    try (var channel = FileChannel.open(unfinished.resolve(RunFolder.LOCK), CREATE, WRITE);
        var lock = channel.lock()) {
      Files.move(unfinished, folder);
      StaleRuns.remove();
      assertTrue(lock.isValid() && Files.exists(folder.resolve(RunFolder.LOCK)));
    }
    StaleRuns.remove(); // or another JVM of the tests does so right now
    Await.until("its folder is removed", () -> Files.notExists(folder));
  }

  @ParameterizedTest
  @EnumSource(names = {"SEMAPHORE", "SHARED_MEMORY", "MESSAGE_QUEUE"})
  void aRunThatASignalEndsRemovesWhatTheKernelKeeps(MechanismType type) throws Exception {
    assumeTrue(type.mechanism().missing().isEmpty());
    var run = JavaProcess.builder(EndlessRun.class, type.name()).start();
    try (var says = run.inputReader(StandardCharsets.UTF_8)) {
      var place = Path.of(firstLine(says, run).split(" ")[0]);
      assertTrue(Files.exists(place));
      run.toHandle().destroy(); // its standard input stays open
      assertTrue(run.waitFor(1, TimeUnit.MINUTES));
      assertFalse(Files.exists(place));
    } finally {
      run.destroyForcibly();
    }
  }

  @ParameterizedTest
  @EnumSource
  void removingWhatIsNotThereDoesNothing(MechanismType type) throws Exception {
    try (var folder = RunFolder.create()) {
      type.mechanism().remove(folder.path());
      try (var files = Files.list(folder.path())) {
        assertEquals(1, files.count(), "its lock");
      }
    }
  }
}
