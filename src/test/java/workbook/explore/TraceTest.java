package workbook.explore;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// A trace shows what matters, whatever carries the threads.
@Tag("fast")
final class TraceTest {
  private static final String FIBERS = "workbook.explore.fibers";

  @AfterEach
  void useTheUsualFibers() {
    System.clearProperty(FIBERS);
  }

  /// Two tasks of a pool race. That the workers then wait for work is nobody's business.
  @ParameterizedTest
  @ValueSource(strings = {"", "threads"})
  void aWorkerWithoutWorkIsNotShown(String fibers) {
    var steps = failed("ExecutorList", fibers).trace().steps();
    var workers =
        steps.stream()
            .filter(step -> step.thread().startsWith("pool-"))
            .map(Trace.Step::does)
            .toList();
    assertTrue(workers.contains("calls add"), workers::toString);
    assertFalse(workers.stream().anyMatch(does -> does.startsWith("waits")), workers::toString);
    assertFalse(workers.contains("is interrupted"), workers::toString);
  }

  /// The task of a pool waits for another task of the same pool: that is the deadlock.
  @ParameterizedTest
  @ValueSource(strings = {"", "threads"})
  void aWorkerThatWaitsInItsTaskIsShown(String fibers) {
    var fails = failed("PoolStarvation", fibers);
    var waits = fails.trace().steps().stream().filter(step -> step.does().startsWith("waits"));
    assertTrue(waits.anyMatch(step -> step.thread().equals("Thread-0")), fails.trace()::toString);
    assertFalse(String.join("\n", fails.facts()).contains("for work"), fails.facts()::toString);
  }

  /// A pool that nobody shuts down keeps the first thread waiting; the fact says what its worker
  /// does, not where its last task was.
  @ParameterizedTest
  @ValueSource(strings = {"", "threads"})
  void aFactSaysThatAWorkerWaitsForWork(String fibers) {
    var fails = failure("programs.BrokenClasses::poolNobodyFeeds", fibers);
    assertTrue(
        fails.facts().stream().anyMatch(fact -> fact.endsWith("waits for work")),
        fails.facts()::toString);
  }

  /// The thread that starts the other adds, too: how it was stopped between reading and writing is
  /// the point. What it did before there was another is not.
  @Test
  void theFirstThreadIsShownFromWhereItIsNotAlone() {
    var trace = failure("programs.BrokenClasses::starterAddsToo", "").trace();
    assertEquals(
        List.of("main get 5 ", "other get 5 main", "other set 5 ", "main set 6 ", "main get 6 "),
        trace.steps().stream()
            .map(
                step ->
                    "%s %s %s %s"
                        .formatted(
                            step.thread(),
                            step.does().replaceFirst("calls ", ""),
                            step.value(),
                            step.preempts()))
            .toList());
  }

  /// For each thread what it waits for, who holds it, and the line, of which the text is compared.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          onAMonitor    | for the lock monitor, held by T1, at `synchronized (monitor) {`
          onALock       | for the lock locks[1], held by T1, at `locks[1].lock();`
          onAWriteLock  | in writing.lock(), held by T1, at `writing.lock();`
          onACondition  | for a signal on full, at `full.await();`
          onAQueue      | in queue.take(), at `queue.take();`
          inACallback   | for a signal on full, at `full.await();`, called by `body.run();`
          """)
  void whoCannotGoOnIsToldWithWhatItWaitsForAndWhere(String program, String waits) {
    var facts =
        failure("programs.Stuck::" + program, "").facts().stream().map(TraceTest::quoted).toList();
    assertEquals(
        List.of("T1 waits for the end of other, at `other.join();`", "other waits " + waits),
        facts);
  }

  /// The one who is woken isn't the one who waits for ever.
  @ParameterizedTest
  @ValueSource(strings = {"onceForTwo", "onceForTwoOfACondition", "tooEarly"})
  void aSignalNamesWhomItWakes(String program) {
    var trace = failure("programs.Bell::" + program, "").trace();
    var isStuck = trace.facts().stream().anyMatch(fact -> fact.startsWith("T1 waits for a signal"));
    var woken = program.equals("tooEarly") ? "nobody" : isStuck ? "T2" : "T1";
    var steps = trace.steps();
    var rings =
        steps.stream().filter(step -> step.does().matches("calls (notify|signal)")).toList();
    assertEquals(List.of(List.of(woken)), rings.stream().map(Trace.Step::wakes).toList());
    assertTrue(rings.getFirst().says().endsWith("() wakes " + woken), rings::toString);
    var others = steps.stream().filter(step -> !rings.contains(step));
    assertTrue(others.allMatch(step -> step.wakes().isEmpty()), steps::toString);
  }

  /// Each place replaced by the text that stands there.
  private static String quoted(String fact) {
    return Pattern.compile("(\\w+\\.java):(\\d+)")
        .matcher(fact)
        .replaceAll(place -> "`" + line(place.group(1), Integer.parseInt(place.group(2))) + "`");
  }

  private static String line(String file, int number) {
    try {
      var lines = Files.readAllLines(Path.of("src", "test", "java", "programs", file));
      return Matcher.quoteReplacement(lines.get(number - 1).strip());
    } catch (IOException missing) {
      throw new UncheckedIOException(missing);
    }
  }

  /// The name that Java gives to the class of a lambda is another one in each JVM.
  @Test
  void aLambdaIsCalledALambda() {
    var text =
        failure("programs.BrokenClasses::runsWhatTheOtherLeaves", "").trace().text(80, false);
    assertTrue(
        text.replaceAll("\\s+", " ").contains("task becomes lambda at BrokenClasses.java:"), text);
    assertFalse(text.contains("0x"), text);
  }

  @Test
  void aMethodReferenceIsToldByItsLine() {
    var told =
        failure("programs.Referenced", "").trace().steps().stream()
            .filter(step -> step.does().equals("calls incrementAndGet"))
            .map(step -> step.source().replaceFirst("\\W*$", ""));
    assertEquals(List.of("sum::incrementAndGet", "this.sum::incrementAndGet"), told.toList());
  }

  /// One thread, and nothing that another could notice: then there is no column and no heading.
  @Test
  void aTraceWithoutStepsIsOnlyHowItEnded() {
    var trace = failure("programs.Hostile::failsInAThreadNobodyJoins", "").trace();
    var bare =
        new Trace(trace.threads(), List.of(), trace.end(), "it ended", List.of("so"), "calm");
    assertEquals("it ended\n  so\n", bare.text(80, false));
  }

  private static Verdict.Fails failed(String scenario, String fibers) {
    return failure("scenarios." + scenario + "::bad", fibers);
  }

  private static Verdict.Fails failure(String name, String fibers) {
    if (!fibers.isEmpty()) {
      System.setProperty(FIBERS, fibers);
    }
    var verdict = Explorer.explore(Subject.named(name), Budget.DEFAULT);
    return assertInstanceOf(Verdict.Fails.class, verdict, verdict::says);
  }
}
