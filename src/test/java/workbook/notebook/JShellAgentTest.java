package workbook.notebook;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import workbook.process.JavaProcess;
import workbook.process.ProcessTree;

/// The JVM of a notebook ends without anybody to clean up after it.
@Tag("slow")
@Timeout(value = 10, unit = TimeUnit.MINUTES)
class JShellAgentTest {
  @TempDir private Path shared;
  private Process reader;
  private ProcessHandle agent;
  private ProcessHandle started;

  /// A reader who has run one step and looks at what it printed.
  static final class Reader {
    private static final String STEP =
        """
        Files.createTempFile("left", "behind");
        var cat = new ProcessBuilder("cat").start();
        System.out.println(ProcessHandle.current().pid() + " " + cat.pid());
        """;

    public static void main(String[] arguments) throws Exception {
      try (var session = new JShellSession(System.getProperty("java.class.path"), _ -> {})) {
        var ran = session.run(new Cell.Step(1, STEP, List.of()), Duration.ofMinutes(2));
        System.out.print(ran.output());
        new CountDownLatch(1).await();
      }
    }
  }

  @BeforeEach
  void open() throws Exception {
    var program = JavaProcess.builder(Reader.class);
    program.command().add(1, "-Djava.io.tmpdir=" + shared);
    reader = program.redirectError(ProcessBuilder.Redirect.INHERIT).start();
    var pids = reader.inputReader(UTF_8).readLine().split(" ");
    agent = ProcessHandle.of(Long.parseLong(pids[0])).orElseThrow();
    started = ProcessHandle.of(Long.parseLong(pids[1])).orElseThrow();
  }

  @AfterEach
  void close() {
    reader.destroyForcibly();
  }

  @Test
  void whenTheReaderIsKilledItLeavesNothing() throws Exception {
    reader.destroyForcibly().waitFor();
    assertNothingIsLeft();
  }

  /// As when the terminal is closed.
  @Test
  void whenASignalEndsItItLeavesNothing() throws Exception {
    agent.destroy();
    assertNothingIsLeft();
  }

  private void assertNothingIsLeft() throws Exception {
    while (ProcessTree.isAlive(agent) || ProcessTree.isAlive(started)) {
      Thread.onSpinWait(); // both end or the test reaches its time-out
    }
    try (var left = Files.list(shared)) {
      assertEquals(List.of(), left.toList());
    }
  }
}
