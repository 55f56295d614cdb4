package workbook.notebook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SessionTest {
  private static final Duration LONG = Duration.ofMinutes(2);
  private static final Duration SHORT = Duration.ofSeconds(1);
  private final Session session = new Session(System.getProperty("java.class.path"));

  @AfterEach
  void close() {
    session.close();
  }

  @Test
  void stopsAStepThatDoesNotEndAndGoesOn() throws Exception {
    var endless = "while (true) { Thread.onSpinWait(); }\nSystem.out.println(\"never\");";
    assertEquals(
        new Session.Ran(
            "|  Stopped: it was still running after 1000 ms\n",
            Optional.of(new Session.Trouble(1, "Stopped: it was still running after 1000 ms"))),
        session.run(step(endless), SHORT));
    assertEquals("on\n", run("System.out.println(\"on\");"));
  }

  @Test
  void endsItsJvmWhenNothingElseStopsAStep() throws Exception {
    var child = child();
    run(
        """
        var a = new Object();
        var b = new Object();
        var bothHoldOne = new CountDownLatch(2);
        void take(Object first, Object second) {
          synchronized (first) {
            bothHoldOne.countDown();
            try { bothHoldOne.await(); } catch (InterruptedException e) { return; }
            synchronized (second) { }
          }
        }
        Thread.ofPlatform().daemon().start(() -> take(a, b));
        """);
    assertTrue(session.run(step("take(b, a);"), SHORT).trouble().isPresent());
    assertTrue(session.ended());
    child.onExit().get();
    assertThrows(IllegalStateException.class, () -> session.run(step("int late;"), LONG));
  }

  @Test
  void stopsTheStepWhenTheReaderInterrupts() throws Exception {
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
  void closingEndsItsJvm() throws Exception {
    var child = child();
    assertFalse(session.ended());
    session.close();
    child.onExit().get();
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
