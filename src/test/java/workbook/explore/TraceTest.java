package workbook.explore;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A trace shows what matters, whatever carries the threads.
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

  private static Verdict.Fails failed(String scenario, String fibers) {
    return failure("scenarios." + scenario + "::bad", fibers);
  }

  private static Verdict.Fails failure(String name, String fibers) {
    if (!fibers.isEmpty()) System.setProperty(FIBERS, fibers);
    var verdict = Explorer.explore(Subject.named(name), Budget.DEFAULT);
    return assertInstanceOf(Verdict.Fails.class, verdict, verdict::says);
  }
}
