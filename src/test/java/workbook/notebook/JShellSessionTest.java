package workbook.notebook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import workbook.Await;

@Tag("slow")
@Timeout(value = 10, unit = TimeUnit.MINUTES)
class JShellSessionTest {
  private static final Duration LONG = Duration.ofMinutes(2);
  private static final Duration SHORT = Duration.ofSeconds(1);
  private final Queue<OutputLine> heard = new ConcurrentLinkedQueue<>();
  private final JShellSession session;

  JShellSessionTest() throws IOException {
    session = new JShellSession(System.getProperty("java.class.path"), heard::add);
  }

  /// The code is slow, not deaf, on a busy machine.
  private void stopPatiently() {
    session.stops = Integer.MAX_VALUE;
  }

  @AfterEach
  void close() {
    session.close();
  }

  @Test
  void stopsAStepThatDoesNotEndAndGoesOn() throws Exception {
    stopPatiently();
    var endless = "while (true) { Thread.onSpinWait(); }\nSystem.out.println(\"never\");";
    assertEquals(
        new JShellSession.Ran(
            "|  Stopped: it was still running after 1000 ms\n",
            Optional.of(
                new JShellSession.Trouble(1, "Stopped: it was still running after 1000 ms"))),
        session.run(step(endless), SHORT));
    assertEquals("on\n", run("System.out.println(\"on\");"));
  }

  @Test
  void endsItsJvmWhenNothingElseStopsAStep() throws Exception {
    var child = child();
    run(
        """
        var held = new Object();
        var isHeld = new CountDownLatch(1);
        Thread.ofPlatform().daemon().start(() -> {
          synchronized (held) {
            isHeld.countDown();
            while (true) LockSupport.park();
          }
        });
        isHeld.await();
        """);
    // With more time when the step was stopped on its way to the lock, as on a slow machine.
    for (var limit = SHORT; !session.ended(); limit = limit.multipliedBy(2)) {
      assertTrue(session.run(step("synchronized (held) { }"), limit).trouble().isPresent());
    }
    child.onExit().get();
    assertThrows(IllegalStateException.class, () -> session.run(step("int late;"), LONG));
  }

  @Test
  void nothingRunsOnWhenTheReaderInterruptsAgainAndAgain() throws Exception {
    prepareDeadlock();
    var stuck = new FutureTask<>(() -> session.run(step("take(b, a);"), LONG));
    var reader = Thread.ofPlatform().start(stuck);
    hears("both hold one");
    while (reader.isAlive()) {
      reader.interrupt();
      reader.join(Duration.ofMillis(20));
    }
    var interrupted = assertThrows(ExecutionException.class, stuck::get);
    assertEquals(InterruptedException.class, interrupted.getCause().getClass());
    // It was stopped before it stood still, or its JVM has ended.
    assertTrue(session.ended() || run("System.out.println(\"on\");").equals("on\n"));
  }

  private void hears(String line) throws InterruptedException, TimeoutException {
    Await.until(line, () -> heard.stream().anyMatch(said -> said.line().equals(line)));
  }

  private void prepareDeadlock() throws InterruptedException {
    run(
        """
        var a = new Object();
        var b = new Object();
        var bothHoldOne = new CountDownLatch(2);
        void take(Object first, Object second) {
          synchronized (first) {
            bothHoldOne.countDown();
            try { bothHoldOne.await(); } catch (InterruptedException e) { return; }
            System.out.println("both hold one");
            synchronized (second) { }
          }
        }
        Thread.ofPlatform().daemon().start(() -> take(a, b));
        """);
  }

  @Test
  void stopsTheStepWhenTheReaderInterrupts() throws Exception {
    stopPatiently();
    try (var reader = Executors.newSingleThreadExecutor()) {
      var running = reader.submit(() -> session.run(step("Thread.sleep(Long.MAX_VALUE);"), LONG));
      reader.shutdownNow();
      var interrupted = assertThrows(ExecutionException.class, running::get);
      assertEquals(InterruptedException.class, interrupted.getCause().getClass());
    }
    assertEquals("on\n", run("System.out.println(\"on\");"));
  }

  @Test
  void runsInTheClassPathOfTheReader() throws Exception {
    assertEquals(
        System.getProperty("java.class.path"),
        run("System.out.print(System.getProperty(\"java.class.path\"));"));
  }

  @Test
  void tellsWhichThreadPrintedALine() throws Exception {
    var printed =
        run(
            """
            System.out.print("a half ");
            System.out.println("and its end");
            Thread.ofPlatform().name("Grüße").start(() -> System.out.println("é")).join();
            Thread.ofVirtual().name("v").start(() -> System.err.printf("%d %s%n", 1, "two")).join();
            System.out.print("no end");
            """);
    assertEquals("a half and its end\né\n1 two\nno end", printed);
    assertEquals(
        List.of(
            new OutputLine("main", "a half and its end"),
            new OutputLine("Grüße", "é"),
            new OutputLine("v", "1 two"),
            new OutputLine("main", "no end")),
        List.copyOf(heard));
  }

  @Test
  void aStatementAfterTheEndOfItsJvmIsNotRun() throws Exception {
    assertEquals(
        new JShellSession.Ran("", Optional.empty()),
        session.run(step("System.exit(0); System.out.println(1);"), LONG));
    assertTrue(session.ended());
  }

  @Test
  void closingEndsTheProcessesItsStatementsStarted() throws Exception {
    var pid =
        run(
            """
            var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
            var server = new ProcessBuilder(java, "-m", "jdk.httpserver", "-p", "0").start();
            server.inputReader().readLine();
            System.out.print(server.pid());
            """);
    var server = ProcessHandle.of(Long.parseLong(pid)).orElseThrow();
    session.close();
    server.onExit().get();
  }

  @Test
  void closingEndsItsJvm() throws Exception {
    var child = child();
    assertFalse(session.ended());
    session.close();
    child.onExit().get();
  }

  @Test
  void closingDeletesItsTemporaryFiles() throws Exception {
    var file = Path.of(run("System.out.print(Files.createTempFile(\"left\", \"behind\"));"));
    assertTrue(Files.exists(file), file::toString);
    session.close();
    assertFalse(Files.exists(file.getParent()), file::toString);
  }

  private ProcessHandle child() throws InterruptedException {
    var pid = run("System.out.print(ProcessHandle.current().pid());");
    return ProcessHandle.of(Long.parseLong(pid)).orElseThrow();
  }

  private String run(String statements) throws InterruptedException {
    return session.run(step(statements), LONG).output();
  }

  private static Cell.Step step(String statements) {
    return new Cell.Step(1, statements, List.of());
  }
}
