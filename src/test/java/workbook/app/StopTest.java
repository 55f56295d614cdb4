package workbook.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import workbook.Programs;

/// A run that is stopped from outside leaves no process behind.
@Timeout(value = 2, unit = TimeUnit.MINUTES)
class StopTest {
  @TempDir Path home;

  private Started start(String... args) throws IOException {
    return Started.testBook(home, Map.of(TestBook.PIDS, home.toString()), args);
  }

  /// The processes of the run, once they are all there.
  private List<ProcessHandle> processes() throws IOException {
    var file = home.resolve("pids");
    while (!Files.exists(file)) {
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
    }
    return Files.readAllLines(file).stream()
        .map(Long::parseLong)
        .flatMap(pid -> ProcessHandle.of(pid).stream())
        .toList();
  }

  private static void assertGone(List<ProcessHandle> processes) {
    processes.forEach(process -> process.onExit().join());
  }

  private static void signal(String name, Process process)
      throws IOException, InterruptedException {
    var kill = Programs.find("kill");
    assumeTrue(kill.isPresent(), "skipped: this machine has no program called kill");
    var command = List.of(kill.get().toString(), "-" + name, Long.toString(process.pid()));
    assertEquals(0, new ProcessBuilder(command).start().waitFor());
  }

  @Test
  void ctrlCShowsWhatWasSeenAndIsExitCode1() throws Exception {
    var run = start("run", "beta/endless");
    var processes = processes();
    signal("INT", run.process);
    var ended = run.ended();
    assertEquals(Exit.FAILED, ended.code(), ended.err());
    assertTrue(ended.out().contains("something"), ended.out());
    assertGone(processes);
  }

  @Test
  void aRunThatIsCancelledIsNotDone() throws Exception {
    var run = start("run", "beta/endless");
    processes();
    signal("INT", run.process);
    run.ended();
    assertTrue(start("list").given("").out().contains("    beta/endless"));
  }

  @Test
  void killMinus9LeavesNothingBehind() throws Exception {
    var run = start("run", "beta/endless");
    var processes = processes();
    run.process.destroyForcibly();
    run.ended();
    assertGone(processes);
  }

  @Test
  void aPoliteKillLeavesNothingBehind() throws Exception {
    var run = start("run", "beta/endless");
    var processes = processes();
    run.process.destroy();
    run.ended();
    assertGone(processes);
  }

  @Test
  void ctrlCInTheMiddleOfTheMenuStopsTheRunAndTheMenuLivesOn() throws Exception {
    var menu = start();
    try (var keys = menu.process.outputWriter()) {
      keys.write("2\nendless\nyes\n");
      keys.flush();
      var processes = processes();
      signal("INT", menu.process);
      assertGone(processes);
      keys.write("q\nq\nq\n");
    }
    var ended = menu.ended();
    assertEquals(Exit.DONE, ended.code(), ended.err());
    assertTrue(ended.out().contains("something"), ended.out());
  }
}
