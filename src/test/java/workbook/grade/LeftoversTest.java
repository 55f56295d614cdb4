package workbook.grade;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import workbook.grade.worker.TestOutcome;
import workbook.process.ProcessTree;

/// What code leaves behind when its test is over, or takes its JVM with it: threads, processes and
/// temporary files.
@Tag("slow")
@Timeout(value = 10, unit = TimeUnit.MINUTES)
class LeftoversTest {
  private static final TestOutcome THREADS_LEFT =
      new TestOutcome.Fail(
          "The test is over, but threads that your code started still run.", Optional.empty());

  @TempDir private Path home;
  private OwnExercise own;

  @BeforeEach
  void makeAnExercise() throws IOException {
    own = new OwnExercise(home, OwnExercise.LONG);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Thread.ofPlatform().start(Own::sleep)",
        "Thread.ofPlatform().daemon().start(Own::sleep)",
        "Thread.ofPlatform().daemon().name(\"workbook: mine\").start(Own::sleep)",
        "Thread.ofPlatform().daemon().name(\"junit-mine\").start(Own::sleep)",
        "Thread.ofPlatform().daemon().name(\"Common-Cleaner\").start(Own::sleep)",
        "new Thread(new ThreadGroup(\"CarrierThreads\"), Own::sleep).start()",
        "Thread.startVirtualThread(Own::sleep)",
        "Executors.newVirtualThreadPerTaskExecutor().execute(Own::sleep)",
        "new ForkJoinPool().execute(Own::sleep)",
        "new Timer().schedule(new TimerTask() { public void run() {} }, 3_600_000)",
        "Executors.newScheduledThreadPool(1).schedule(Own::never, 1, TimeUnit.HOURS)",
        "Executors.newCachedThreadPool().execute(Own::never)",
        "var t = new Thread(Own::sleep); t.start(); t.setName(\"Reference Handler\")"
      })
  void aThreadIsSaidSoWhateverItIsCalled(String code) throws Exception {
    assertEquals(
        THREADS_LEFT, own.first(HostileSource.whoseAddDoes(code + "; total += amount")).outcome());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ForkJoinPool.commonPool().execute(Own::sleep)                                | run
          CompletableFuture.runAsync(Own::sleep)                                       | run
          CompletableFuture.delayedExecutor(1, TimeUnit.HOURS).execute(Own::never)     | wait for their time
          new CompletableFuture<Integer>().orTimeout(1, TimeUnit.HOURS)                | wait for their time
          """)
  void aTaskInTheCommonPoolIsSaidSo(String code, String does) throws Exception {
    assertEquals(
        new TestOutcome.Fail(
            "The test is over, but tasks that your code gave to the common pool still "
                + does
                + ".",
            Optional.empty()),
        own.first(HostileSource.whoseAddDoes(code + "; total += amount")).outcome());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Thread.startVirtualThread(Own::never).join()",
        "Thread.startVirtualThread(Own::accept).join()",
        "CompletableFuture.runAsync(Own::never).join()",
        "IntStream.range(0, 1_000).parallel().forEach(i -> {})",
        "CompletableFuture.runAsync(Own::never).orTimeout(1, TimeUnit.HOURS).join()"
      })
  void whatHasEndedIsNotLeft(String code) throws Exception {
    assertEquals(
        new TestOutcome.Pass(""),
        own.first(HostileSource.whoseAddDoes(code + "; total += amount")).outcome());
  }

  /// It computes for two seconds first, so the limits are the usual ones.
  @Test
  void aThreadThatComputesIsSaidSo() throws Exception {
    var code =
        "Thread.ofPlatform().daemon().start(() -> { while (amount > 0) {} }); total += amount";
    var outcome =
        new OwnExercise(home, TestLimits.DEFAULT).first(HostileSource.whoseAddDoes(code)).outcome();
    assertEquals(THREADS_LEFT, outcome);
  }

  @ParameterizedTest
  @EnabledOnOs(OS.LINUX)
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          total += amount                | ''
          System.exit(0)                 | Your code ends the JVM.
          Runtime.getRuntime().halt(0)   | It ended the JVM without a message: exit code 0.
          """)
  void aProcessThatHasLeftItsFamilyIsEnded(String then, String says) throws Exception {
    for (var program : List.of("env -i setsid sleep 1000", "nohup sleep 1000")) {
      for (var output : List.of(" >/dev/null 2>&1 </dev/null", "")) {
        var code = "startAlone(\"%s\", \"%s\"); %s".formatted(program, output, then);
        var result = own.first(HostileSource.whoseAddDoes(code));
        var what = result.outcome() instanceof TestOutcome.Resource(var used) ? used : "";
        assertEquals(says, what);
        assertGone(result.printed().lines().filter(line -> line.matches("\\d+")).toList());
      }
    }
  }

  /// Its parent, its parent's parent and its environment are gone, and it takes no signal that can
  /// be ignored.
  @Test
  @EnabledOnOs(OS.LINUX)
  void aProcessOfAProcessThatHasLeftItsFamilyIsEnded() throws Exception {
    var script =
        "(env -i setsid sh -c 'trap : TERM HUP INT; echo $$; while :; do sleep 1; done' &) &";
    var code =
        "new ProcessBuilder(\"sh\", \"-c\", \"%s\").inheritIO().start().waitFor(); while (amount > 0) {}"
            .formatted(script);
    var limits =
        new TestLimits(Duration.ofSeconds(5), Duration.ofSeconds(5), OwnExercise.LONG.waiting());
    var result = new OwnExercise(home, limits).first(HostileSource.whoseAddDoes(code));
    assertInstanceOf(TestOutcome.Stuck.class, result.outcome());
    assertGone(result.printed().lines().filter(line -> line.matches("\\d+")).toList());
  }

  @Test
  void aProcessThatIsLeftBehindIsEnded() throws Exception {
    var result =
        own.first(
            HostileSource.whoseAddDoes(
                "System.out.println(new ProcessBuilder(\"sleep\", \"1000\").start().pid());"
                    + " System.exit(0)"));
    assertGone(result.printed().lines().toList());
  }

  @Test
  void manyProcessesThatAreLeftBehindAreEnded() throws Exception {
    var result = own.first(HostileSource.whoseAddDoes("startProcesses(); total += amount"));
    var pids = result.printed().lines().filter(line -> line.matches("\\d+")).toList();
    assertEquals(2 * 50, pids.stream().distinct().count(), result::toString);
    assertGone(pids);
  }

  private static void assertGone(List<String> pids) {
    assertFalse(pids.isEmpty());
    var left = pids.stream().map(Long::valueOf).flatMap(pid -> ProcessHandle.of(pid).stream());
    assertEquals(List.of(), left.filter(ProcessTree::isAlive).toList());
  }

  @Test
  void temporaryFilesAreDeletedThoughTheJvmIsKilled() throws Exception {
    var fiveSeconds = Duration.ofSeconds(5);
    var result =
        new OwnExercise(home, new TestLimits(fiveSeconds, fiveSeconds, OwnExercise.LONG.waiting()))
            .first(
                HostileSource.whoseAddDoes(
                    "System.out.println(File.createTempFile(\"left\", \"behind\"));"
                        + " while (amount > 0) {}"));
    assertInstanceOf(TestOutcome.Stuck.class, result.outcome());
    var file = Path.of(result.printed().strip());
    assertTrue(file.getFileName().toString().endsWith("behind"), file::toString);
    assertFalse(Files.exists(file.getParent()), file::toString);
  }
}
