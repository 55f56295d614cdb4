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
import org.junit.jupiter.api.condition.EnabledOnOs;
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
          throw new Circular()                        | It needs more than 256 MB of memory.
          """)
  void whatUsesUpTheJvmIsSaidSo(String code, String says) throws Exception {
    var outcome = own.first(HostileSource.whoseAddDoes(code)).outcome();
    var resource = assertInstanceOf(TestOutcome.Resource.class, outcome, outcome::toString);
    assertTrue(resource.what().contains(says), resource.what());
  }

  @ParameterizedTest
  @EnabledOnOs(OS.LINUX)
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          call("raise", 9)  | It ended the JVM without a message: exit code 137.
          closeAllOutput()  | Your code closes files that it did not open, and the tests need for their results.
          """)
  void whatTakesTheJvmFromTheTestsIsSaidSo(String code, String says) throws Exception {
    assertEquals(
        new TestOutcome.Resource(says), own.first(HostileSource.whoseAddDoes(code)).outcome());
  }

  @Test
  void whatFillsTheRoomForClassesIsSaidSo() throws Exception {
    var outcome = own.first(HostileSource.whoseAddDoes("keepClasses()")).outcome();
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
          closeOutput(); while (amount > 0) {}           | computed for SECONDS s and did not end.
          printForEverPastSystemErr()                    | computed for SECONDS s and did not end.
          throw new Endless()                            | computed for SECONDS s and did not end.
          interruptAll(); while (amount > 0) {}          | computed for SECONDS s and did not end.
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
      var outcome = new OwnExercise(home, limits.apply(seconds)).first(text).outcome();
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
      strings = {
        "Thread.sleep(1_000_000)",
        "while (amount > 0) Thread.sleep(1)",
        "Class.forName(\"programs.exercise.Own$Hangs\")"
      })
  void whatWaitsTooLongIsEndedAndSaidSo(String code) throws Exception {
    assertStuck(
        HostileSubmissionTest::waiting,
        code,
        "It waited for SECONDS s and did not end. Own.add has not returned.");
  }

  /// A JVM that is stopped cannot say where it is.
  @ParameterizedTest
  @ValueSource(strings = {"stopJvm()", "call(\"raise\", 19)"})
  @EnabledOnOs(OS.LINUX)
  void whatStopsItsJvmIsEndedAndSaidSo(String code) throws Exception {
    assertStuck(HostileSubmissionTest::waiting, code, "It waited for SECONDS s and did not end.");
  }

  /// Nobody can hear it any more, as with a file of its own under the number of the results.
  @Test
  @EnabledOnOs(OS.LINUX)
  void whatCannotBeHeardIsEndedAndSaidSo() throws Exception {
    var code = "closeAllOutput(); Thread.sleep(1_000_000)";
    assertStuck(
        HostileSubmissionTest::waiting,
        code,
        "It waited for SECONDS s and did not end. Your code closed its standard output.");
  }

  /// What is not the usual way to do it, and breaks nothing that the tests need.
  @ParameterizedTest
  @ValueSource(
      strings = {
        "closeOutput()",
        "new FileInputStream(FileDescriptor.in).close()",
        "new FileOutputStream(FileDescriptor.err).close()",
        "System.out.close()",
        "System.in.close()",
        "changeSettings()",
        "interruptAll()",
        "Thread.currentThread().interrupt()",
        "Thread.currentThread().setPriority(Thread.MIN_PRIORITY)",
        "Runtime.getRuntime().addShutdownHook(new Thread(Own::sleep))"
      })
  void whatIsHarmlessChangesNoVerdict(String code) throws Exception {
    var scored = own.marked(HostileSource.whoseAddDoes("total += amount; if (amount > 2) " + code));
    assertEquals(new TestOutcome.Pass(""), first(scored));
    var explored = assertInstanceOf(TestOutcome.Fail.class, scored.results().getLast().outcome());
    assertEquals("a check failed: main: expected: <2> but was: <1>", explored.what());
  }

  @ParameterizedTest
  @ValueSource(strings = {"keepNative(600 << 20)", "keepUnsafe(600 << 20)"})
  @EnabledOnOs(OS.LINUX)
  void whatFillsTheMemoryOutsideTheHeapIsSaidSo(String code) throws Exception {
    var outcome = own.first(HostileSource.whoseAddDoes(code)).outcome();
    assertEquals(
        new TestOutcome.Resource("With the memory outside the heap, it needs more than 1,024 MB."),
        outcome);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          throw new org.opentest4j.TestAbortedException("no")            | the test was given up
          throw new java.io.UncheckedIOException(new IOException("no"))  | UncheckedIOException
          Class.forName("no.Such")                                       | ClassNotFoundException: no.Such at Own.java:
          throw new Wordless()                                           | Wordless: its getMessage() throws IllegalStateException
          throw new RuntimeException("no") {}                            | RuntimeException: no at Own.java:
          throw new Nameless()                                           | Nameless at Own.java:
          throw new Causeless()                                          | IllegalStateException at Own.java:
          throw new Placeless()                                          | IllegalStateException at Own.java:
          throw new Large()                                              | Large: largelargelarge
          new Fails()                                                    | a static initialiser threw IllegalStateException: early at Own.java:
          System.setSecurityManager(new SecurityManager())               | UnsupportedOperationException
          ProcessHandle.current().destroyForcibly()                      | IllegalStateException
          """)
  void whatIsWrongIsSaid(String code, String says) throws Exception {
    var outcome = own.first(HostileSource.whoseAddDoes(code)).outcome();
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
        own.first(
            HostileSource.whoseAddDoes(
                "System.out.println(\"\\n%s\"); System.exit(0)".formatted(line)));
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
    var result = own.first(HostileSource.whoseAddDoes("System.out.println(\"adds \" + amount)"));
    assertEquals("adds 3\nadds 4\n", result.printed());
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
        HostileSource.whoseAddDoes("tellPids(\"%s\"); while (amount > 0) {}".formatted(home)));
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

  private static TestOutcome first(GradingResult.Scored scored) {
    return scored.results().getFirst().outcome();
  }
}
