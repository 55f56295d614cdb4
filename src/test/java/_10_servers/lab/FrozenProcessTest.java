package _10_servers.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import _10_servers.IdleProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import workbook.process.JavaProcess;

@Tag("fast")
@EnabledOnOs(OS.LINUX)
@Timeout(value = 10, unit = TimeUnit.MINUTES)
class FrozenProcessTest {
  @Test
  void onceItIsFrozenNoThreadOfItRuns() throws Exception {
    assumeTrue(FrozenProcess.missing().isEmpty());
    var child = JavaProcess.builder(IdleProcess.class).start();
    try {
      try (var _ = new FrozenProcess(child.pid())) {
        assertEquals(Set.of("T"), states(child)); // its JVM is just starting: a busy moment
      }
      assertEquals("ready", child.inputReader().readLine());
    } finally {
      child.destroyForcibly().waitFor();
    }
  }

  /// What the kernel says of each thread: proc_pid_status(5).
  private static Set<String> states(Process process) throws IOException {
    var states = new TreeSet<String>();
    try (var threads = Files.list(Path.of("/proc", "" + process.pid(), "task"))) {
      for (var thread : threads.toList()) {
        for (var line : Files.readAllLines(thread.resolve("status"))) {
          if (line.startsWith("State:")) {
            states.add(line.split("\\s+")[1]);
          }
        }
      }
    }
    return states;
  }
}
