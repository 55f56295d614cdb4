package workbook.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import workbook.process.Executables;
import workbook.process.ProcessTree;
import workbook.usecase.ExitCode;

/// A run that is stopped from outside leaves no process behind.
@Tag("fast")
@Timeout(value = 10, unit = TimeUnit.MINUTES)
class StopTest {
  private static final Path STATUS = Path.of("/proc/self/status");
  private static final int SIGINT = 2;

  @TempDir Path home;

  private StartedProcess start(String... args) throws IOException {
    return StartedProcess.testBook(home, Map.of(TestBook.PIDS, home.toString()), args);
  }

  /// The processes of the run, once they are all there.
  private List<ProcessHandle> processesOf(StartedProcess run)
      throws IOException, InterruptedException {
    var file = home.resolve("pids");
    while (!Files.exists(file)) {
      if (run.process.waitFor(20, TimeUnit.MILLISECONDS)) {
        throw new AssertionError("it ended before it began: " + run.ended());
      }
    }
    return Files.readAllLines(file).stream()
        .map(Long::parseLong)
        .flatMap(pid -> ProcessHandle.of(pid).stream())
        .toList();
  }

  static void awaitEnd(List<ProcessHandle> processes) throws InterruptedException {
    while (processes.stream().anyMatch(ProcessTree::isAlive)) {
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(10));
      if (Thread.interrupted()) {
        throw new InterruptedException("still there: " + processes);
      }
    }
  }

  /// To be called before anything is started. What a script starts in the background ignores the
  /// signal, and so does all that it starts.
  static void assumeCtrlCArrives() throws IOException {
    assumeTrue(Executables.find("kill").isPresent(), "skipped: there is no program called kill");
    assumeFalse(ignores(STATUS, SIGINT), "skipped: Ctrl-C is ignored here, as in the background");
  }

  /// Whether a process ignores a signal, as Linux tells; false where nobody tells.
  ///
  /// @param status a file `/proc/PID/status`
  private static boolean ignores(Path status, int signal) throws IOException {
    if (!Files.exists(status)) {
      return false;
    }
    var mask =
        Files.readAllLines(status).stream()
            .filter(line -> line.startsWith("SigIgn:"))
            .map(line -> Long.parseUnsignedLong(line.substring("SigIgn:".length()).strip(), 16))
            .findFirst()
            .orElse(0L);
    return (mask >> signal - 1 & 1) == 1;
  }

  static void signal(String name, Process process) throws IOException, InterruptedException {
    var kill = Executables.find("kill").orElseThrow().toString();
    var command = List.of(kill, "-" + name, Long.toString(process.pid()));
    assertEquals(0, new ProcessBuilder(command).start().waitFor());
  }

  @Test
  void whoIgnoresCtrlCIsKnown(@TempDir Path folder) throws IOException {
    var status = folder.resolve("status");
    Files.writeString(status, "Name:\tjava\nSigIgn:\t0000000000001006\n");
    assertTrue(ignores(status, SIGINT));
    assertFalse(ignores(status, 1));
    assertFalse(ignores(folder.resolve("none"), SIGINT));
  }

  @Test
  void ctrlCShowsWhatWasSeenAndIsExitCode1() throws Exception {
    assumeCtrlCArrives();
    var run = start("run", "beta/endless");
    var processes = processesOf(run);
    signal("INT", run.process);
    var ended = run.ended();
    assertEquals(ExitCode.FAILED, ended.code(), ended.err());
    assertTrue(ended.out().contains("something"), ended.out());
    awaitEnd(processes);
  }

  @Test
  void aRunThatIsCancelledIsNotDone() throws Exception {
    assumeCtrlCArrives();
    var run = start("run", "beta/endless");
    processesOf(run);
    signal("INT", run.process);
    run.ended();
    assertTrue(start("list").given("").out().contains("    beta/endless"));
  }

  @Test
  void killMinus9LeavesNothingBehind() throws Exception {
    var run = start("run", "beta/endless");
    var processes = processesOf(run);
    run.process.toHandle().destroyForcibly();
    run.ended();
    awaitEnd(processes);
  }

  @Test
  void aPoliteKillLeavesNothingBehind() throws Exception {
    var run = start("run", "beta/endless");
    var processes = processesOf(run);
    run.process.toHandle().destroy();
    run.ended();
    awaitEnd(processes);
  }

  @Test
  void ctrlCInTheMiddleOfTheMenuStopsTheRunAndTheMenuLivesOn() throws Exception {
    assumeCtrlCArrives();
    var menu = start();
    try (var keys = menu.process.outputWriter()) {
      keys.write("2\n2\nyes\n");
      keys.flush();
      var processes = processesOf(menu);
      signal("INT", menu.process);
      awaitEnd(processes);
      keys.write("q\nq\nq\n");
    }
    var ended = menu.ended();
    assertEquals(ExitCode.DONE, ended.code(), ended.err());
    assertTrue(ended.out().contains("something"), ended.out());
  }
}
