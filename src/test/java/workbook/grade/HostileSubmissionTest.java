package workbook.grade;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import workbook.grade.worker.ReportSigner;
import workbook.grade.worker.TestOutcome;
import workbook.grade.worker.WorkerReport;
import workbook.process.CompletedProcess;
import workbook.process.JavaProcess;
import workbook.process.ProcessTree;

/// Code that ends, hangs, floods or deceives the JVM it is judged in, and the verdict it gets.
@Tag("slow")
@Timeout(value = 10, unit = TimeUnit.MINUTES)
class HostileSubmissionTest {
  /// Seconds after which code is ended that never ends by itself.
  private static final int MOST_SECONDS = 64;

  @TempDir private Path home;
  private OwnExercise own;

  @BeforeEach
  void makeAnExercise() throws IOException {
    own = new OwnExercise(home, OwnExercise.LONG);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          System.exit(0)                              | Your code ends the JVM.
          Runtime.getRuntime().halt(0)                | exit code 0
          Runtime.getRuntime().halt(77)               | exit code 77
          hangOnExit()                                | Your code ends the JVM.
          add(amount)                                 | The stack overflowed
          keep(new byte[1 << 20])                     | It needs more than 256 MB of memory.
          keepBuffers()                               | The memory ran out at Own.java:
          startThreads()                              | thread
          printForEver()                              | It printed more than 100,000,000 bytes.
          printForEverPastSystemOut()                 | It kept writing straight to standard output
          """)
  void whatUsesUpTheJvmIsSaidSo(String code, String says) throws Exception {
    var outcome = first(own.marked(HostileSource.whoseAddDoes(code)));
    var resource = assertInstanceOf(TestOutcome.Resource.class, outcome, outcome::toString);
    assertTrue(resource.what().contains(says), resource.what());
  }

  @Test
  void whatFillsTheRoomForClassesIsSaidSo() throws Exception {
    var outcome = first(own.marked(HostileSource.whoseAddDoes("keepClasses()")));
    assertEquals(new TestOutcome.Resource("Its classes need more than 128 MB of memory."), outcome);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          while (amount > 0) {}                          | computed for SECONDS s and did not end. Own.add has not returned. It has not left the loop around `while (amount > 0) {};`.
          swallow()                                      | Own.add has not returned. It has not left the loop around `Thread.sleep(1);`.
          catchAll()                                     | Own.add has not returned. It has not left the loop around `throw new Error();`.
          loopInALoop()                                  | It has not left the loop around `for (var i = 1; i > 0; i = i % 7 + 1) {`.
          synchronized (this) { wait(); }                | No thread can go on. Waiting: the test at Own.java:
          bothWays()                                     | another thread at Own.java:
          """)
  void whatDoesNotEndIsEndedAndSaidSo(String code, String says) throws Exception {
    assertStuck(HostileSubmissionTest::computing, code, says);
  }

  /// With more time when the code had not got so far, as on a slow machine.
  private void assertStuck(IntFunction<TestLimits> limits, String code, String says)
      throws Exception {
    var text = HostileSource.whoseAddDoes(code);
    var told = "";
    for (var seconds = 1; seconds <= MOST_SECONDS; seconds *= 2) {
      var outcome = first(new OwnExercise(home, limits.apply(seconds)).marked(text));
      var stuck = assertInstanceOf(TestOutcome.Stuck.class, outcome, outcome::toString);
      told = quoted(stuck.what(), text);
      if (told.contains(says.replace("SECONDS", "" + seconds))) {
        return;
      }
    }
    fail(told);
  }

  private static TestLimits computing(int seconds) {
    var time = Duration.ofSeconds(seconds);
    return new TestLimits(time, time, OwnExercise.LONG.waiting());
  }

  private static TestLimits waiting(int seconds) {
    return new TestLimits(
        OwnExercise.LONG.computing(), OwnExercise.LONG.exploring(), Duration.ofSeconds(seconds));
  }

  /// The place of a loop replaced by the text that stands there.
  private static String quoted(String what, String code) {
    return Pattern.compile("(?<=loop around )Own.java:(\\d+)")
        .matcher(what)
        .replaceAll(
            place -> {
              var line = code.lines().toList().get(Integer.parseInt(place.group(1)) - 1);
              return "`" + Matcher.quoteReplacement(line.strip()) + "`";
            });
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"Thread.sleep(1_000_000)", "Class.forName(\"programs.exercise.Own$Hangs\")"})
  void whatWaitsTooLongIsEndedAndSaidSo(String code) throws Exception {
    assertStuck(
        HostileSubmissionTest::waiting,
        code,
        "It waited for SECONDS s and did not end. Own.add has not returned.");
  }

  /// It computes for two seconds first, so the limits are the usual ones.
  @Test
  void aThreadThatComputesWhenTheTestIsOverIsSaidSo() throws Exception {
    var code =
        "Thread.ofPlatform().daemon().start(() -> { while (amount > 0) {} }); total += amount";
    var outcome =
        first(new OwnExercise(home, TestLimits.DEFAULT).marked(HostileSource.whoseAddDoes(code)));
    assertEquals(
        new TestOutcome.Fail(
            "The test is over, but threads that your code started still run.", Optional.empty()),
        outcome);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Thread.ofPlatform().start(Own::sleep); total += amount         | threads that your code started
          Thread.ofPlatform().daemon().start(Own::sleep); total += amount| threads that your code started
          throw new org.opentest4j.TestAbortedException("no")            | the test was given up
          throw new java.io.UncheckedIOException(new IOException("no"))  | UncheckedIOException
          Class.forName("no.Such")                                       | ClassNotFoundException: no.Such at Own.java:
          """)
  void whatIsWrongIsSaid(String code, String says) throws Exception {
    var outcome = first(own.marked(HostileSource.whoseAddDoes(code)));
    var fail = assertInstanceOf(TestOutcome.Fail.class, outcome, outcome::toString);
    assertTrue(fail.what().contains(says), fail.what());
  }

  /// There the code never gets as far as ending the JVM.
  @Test
  void whatEndsTheJvmInAnExploredTestIsSaidSo() throws Exception {
    var scored =
        own.marked(
            HostileSource.whoseAddDoes("if (amount == 1) System.exit(0); else total += amount"));
    var explored = scored.results().getLast().outcome();
    var fail = assertInstanceOf(TestOutcome.Fail.class, explored, scored::toString);
    assertTrue(fail.what().contains("ends the program"), fail.what());
    assertTrue(fail.what().contains("calls System.exit(), at Own.java:"), fail.what());
  }

  @Test
  void aFakedReportIsPrintingAndNoMore() throws Exception {
    var told = new WorkerReport.Ended("oneThreadAdds", new TestOutcome.Pass(""), 0, false);
    var line = new String(new ReportSigner(new byte[32]).line(told), "UTF-8").strip();
    var result =
        own.marked(
                HostileSource.whoseAddDoes(
                    "System.out.println(\"\\n%s\"); System.exit(0)".formatted(line)))
            .results()
            .getFirst();
    assertInstanceOf(TestOutcome.Resource.class, result.outcome());
    assertEquals(line + "\n", result.printed());
  }

  @Test
  void theOtherTestsRunAfterOneThatEndsTheJvm() throws Exception {
    var scored =
        own.marked(
            HostileSource.whoseAddDoes(
                "if (amount == 3) System.exit(0); synchronized (this) { total += amount; }"));
    assertInstanceOf(TestOutcome.Resource.class, first(scored));
    assertTrue(scored.results().getLast().passed(), scored::toString);
    assertEquals(2, scored.points());
  }

  @Test
  void afterTwoThatHangNoOtherIsTried() throws Exception {
    var scored =
        new OwnExercise(home, computing(1))
            .marked(HostileSource.whoseAddDoes("while (amount > 0) {}"));
    assertFalse(scored.passed());
    assertEquals(0, scored.points(), scored::toString);
  }

  @Test
  void whatIsPrintedIsShown() throws Exception {
    var result =
        own.marked(HostileSource.whoseAddDoes("System.out.println(\"adds \" + amount)"))
            .results()
            .getFirst();
    assertEquals("adds 3\nadds 4\n", result.printed());
  }

  @Test
  void aProcessThatIsLeftBehindIsEnded() throws Exception {
    var result =
        own.marked(
                HostileSource.whoseAddDoes(
                    "System.out.println(new ProcessBuilder(\"sleep\", \"1000\").start().pid());"
                        + " System.exit(0)"))
            .results()
            .getFirst();
    var pid = Long.parseLong(result.printed().strip());
    assertTrue(ProcessHandle.of(pid).filter(ProcessTree::isAlive).isEmpty());
  }

  @Test
  void manyProcessesThatAreLeftBehindAreEnded() throws Exception {
    var result =
        own.marked(HostileSource.whoseAddDoes("startProcesses(); total += amount"))
            .results()
            .getFirst();
    var pids = result.printed().lines().filter(line -> line.matches("\\d+")).toList();
    assertEquals(2 * 50, pids.stream().distinct().count(), result::toString);
    var left = pids.stream().map(Long::valueOf).flatMap(pid -> ProcessHandle.of(pid).stream());
    assertEquals(List.of(), left.filter(ProcessTree::isAlive).toList());
  }

  /// Whoever grades is killed in the middle of a test.
  @Test
  void withoutTheWorkbookNothingGoesOn() throws Exception {
    var parent = startGrading();
    parent.destroyForcibly().waitFor();
    for (var pid : Files.readAllLines(home.resolve("pids"))) {
      awaitEnd(Long.parseLong(pid));
    }
    assertNoTemporaryFiles();
  }

  /// As when the terminal is closed. Whoever grades is stopped, because it would clean up, too.
  @Test
  @DisabledOnOs(OS.WINDOWS)
  void aSignalThatEndsTheTestsLeavesNothing() throws Exception {
    var parent = startGrading();
    try {
      var pids = Files.readAllLines(home.resolve("pids")).stream().map(Long::valueOf).toList();
      CompletedProcess.of(new ProcessBuilder("kill", "-STOP", "" + parent.pid()));
      ProcessHandle.of(pids.getFirst()).orElseThrow().destroy();
      for (var pid : pids) {
        awaitEnd(pid);
      }
      assertNoTemporaryFiles();
    } finally {
      parent.destroyForcibly();
    }
  }

  /// Another process that grades, and is in the middle of a test.
  private Process startGrading() throws Exception {
    var temporary = Files.createDirectory(home.resolve("temporary"));
    var grading = JavaProcess.builder(OwnExercise.class, home.toString());
    grading.command().addAll(1, List.of("-Djava.io.tmpdir=" + temporary));
    grading.redirectErrorStream(true).redirectOutput(home.resolve("said").toFile());
    Files.writeString(
        WorkerGrader.file(home, OwnExercise.EXERCISE),
        HostileSource.whoseAddDoes("tellPids(); while (amount > 0) {}"));
    var parent = grading.start();
    var told = home.resolve("pids");
    while (!Files.exists(told)) {
      if (parent.waitFor(20, TimeUnit.MILLISECONDS)) {
        throw new AssertionError("it ended at once: " + Files.readString(home.resolve("said")));
      }
    }
    return parent;
  }

  private static void awaitEnd(long pid) {
    while (ProcessHandle.of(pid).filter(ProcessTree::isAlive).isPresent()) {
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
    }
  }

  private void assertNoTemporaryFiles() throws IOException {
    try (var left = Files.list(home.resolve("temporary"))) {
      assertEquals(List.of(), left.toList());
    }
  }

  @Test
  void temporaryFilesAreDeletedThoughTheJvmIsKilled() throws Exception {
    var result =
        new OwnExercise(home, computing(5))
            .marked(
                HostileSource.whoseAddDoes(
                    "System.out.println(File.createTempFile(\"left\", \"behind\"));"
                        + " while (amount > 0) {}"))
            .results()
            .getFirst();
    assertInstanceOf(TestOutcome.Stuck.class, result.outcome());
    var file = Path.of(result.printed().strip());
    assertTrue(file.getFileName().toString().endsWith("behind"), file::toString);
    assertFalse(Files.exists(file.getParent()), file::toString);
  }

  private static TestOutcome first(GradingResult.Scored scored) {
    return scored.results().getFirst().outcome();
  }
}
