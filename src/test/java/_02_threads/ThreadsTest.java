package _02_threads;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import _02_threads.lab.EndingsTrial;
import _02_threads.lab.HelloThreadsTrials;
import _02_threads.lab.PoolOfSquaresTrial;
import _02_threads.lab.RunAndWaitTiming;
import _02_threads.lab.SharedHeapTrial;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.Future.State;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import workbook.Experiment;
import workbook.Observations;
import workbook.Outcome;
import workbook.Parameters;
import workbook.Span;
import workbook.TranscriptLine;
import workbook.run.Run;

/// What lesson 02 shows on every machine.
@Tag("fast")
class ThreadsTest {
  private static final Duration LONG = Duration.ofMinutes(10);

  @Test
  void aFunctionAndAClassSayHello() throws InterruptedException {
    var seen = observed(new HelloThreadsTrials(), Map.of("rounds", "20"));
    assertEquals(List.of("hello Bob", "hello Mike"), texts(seen));
    assertEquals(20, seen.outcomes().stream().mapToLong(Outcome::count).sum());
  }

  @Test
  void aThreadSharesTheBasketAProcessDoesNot() throws InterruptedException {
    var seen = observed(new SharedHeapTrial(), Map.of());
    var said = seen.transcript();
    assertEquals(
        List.of(
            "basket is [apple]",
            "after the thread: [apple]",
            "basket is [pear]",
            "after the process: [apple]"),
        texts(seen));
    assertEquals(3, said.stream().map(TranscriptLine::speaker).distinct().count());
    assertEquals(said.get(1).speaker(), said.get(3).speaker());
  }

  @Test
  void theWorkersOfAPoolSquareEveryNumberAndDoOneAtATime() throws InterruptedException {
    var seen =
        observed(new PoolOfSquaresTrial(), Map.of("workers", "3", "numbers", "20", "pause", "1"));
    assertEquals(
        IntStream.range(0, 20).mapToObj(n -> "%d² = %d".formatted(n, n * n)).sorted().toList(),
        texts(seen).stream().sorted().toList());
    var lanes = lanes(seen);
    assertTrue(Set.of("worker-1", "worker-2", "worker-3").containsAll(lanes.keySet()), "" + lanes);
    for (var lane : seen.spans().stream().collect(groupingBy(Span::lane)).values()) {
      for (var i = 1; i < lane.size(); i++) {
        assertTrue(lane.get(i).from() >= lane.get(i - 1).to(), "two numbers at once: " + lane);
      }
    }
  }

  @Test
  void aPoolThatIsShutDownDoesWhatItHasUnlessItIsShutDownNow() throws InterruptedException {
    var calm = PoolShutdown.by(ExecutorService::shutdown);
    assertEquals(Collections.nCopies(PoolShutdown.TASKS, State.SUCCESS), states(calm));
    var now = PoolShutdown.by(ExecutorService::shutdownNow);
    assertEquals(List.of(State.FAILED, State.RUNNING, State.RUNNING, State.RUNNING), states(now));
    for (var ended : List.of(calm, now)) {
      assertEquals(0, ended.before());
      assertTrue(ended.refused());
    }
  }

  private static List<State> states(PoolShutdown.Ended ended) {
    return ended.after().stream().map(Future::state).toList();
  }

  @Test
  void oneThreadSitsThroughEveryWaitTwoThreadsSharedThem() throws InterruptedException {
    var seen = observed(new RunAndWaitTiming(), Map.of("wait", "2", "work", "1"));
    var job = List.of("run", "wait", "run", "wait", "run", "wait", "run");
    var lanes = lanes(seen);
    assertEquals(6, lanes.size());
    assertEquals(twice(job), lanes.get("wait, one thread"));
    assertEquals(started(job), lanes.get("wait, thread A"));
    assertEquals(started(job), lanes.get("wait, thread B"));
    assertEquals(List.of("run", "run"), lanes.get("compute, one thread"));
    assertEquals(List.of("start", "run"), lanes.get("compute, thread A"));
    assertEquals(List.of("start", "run"), lanes.get("compute, thread B"));
  }

  @Test
  void everybodyWhoSleptIsWoken() throws Exception {
    for (var kind : List.of(Thread.ofPlatform().factory(), Thread.ofVirtual().factory())) {
      var sleepers = Sleepers.of(kind, 300, () -> {});
      assertEquals(300, sleepers.asleep());
      assertEquals(300, sleepers.woken());
      assertEquals("", sleepers.refusal());
    }
  }

  @Test
  void anInterruptLeavesNobodyAsleep() throws Exception {
    var sleepers = new ArrayList<Thread>();
    ThreadFactory interruptsItsCaller =
        sleeper -> {
          sleepers.add(new Thread(sleeper));
          Thread.currentThread().interrupt();
          return sleepers.getLast();
        };
    assertThrows(InterruptedException.class, () -> Sleepers.of(interruptsItsCaller, 20, () -> {}));
    assertEquals(20, sleepers.size());
    for (var sleeper : sleepers) {
      assertTrue(sleeper.join(LONG), "still asleep");
    }
  }

  @Test
  void whenAThreadIsRefusedTheOthersSleepAndWake() throws Exception {
    var made = new AtomicInteger();
    ThreadFactory atMostTen =
        sleeper -> made.incrementAndGet() > 10 ? refused() : new Thread(sleeper);
    var sleepers = Sleepers.of(atMostTen, 20, () -> {});
    assertEquals(10, sleepers.asleep());
    assertEquals(10, sleepers.woken());
    assertEquals("no thread left", sleepers.refusal());
  }

  /// A thread as it is when the system has no more.
  private static Thread refused() {
    return new Thread() {
      @Override
      public void start() {
        throw new OutOfMemoryError("no thread left");
      }
    };
  }

  @Test
  void onlyTheTraceOfAFailureTellsOfIt() throws InterruptedException {
    var seen = observed(new EndingsTrial(), Map.of());
    var said =
        seen.transcript().stream()
            .collect(groupingBy(TranscriptLine::speaker, mapping(TranscriptLine::text, toList())));
    assertEquals(List.of("main: the end", "worker: work saved"), said.get("user thread"));
    assertEquals(List.of("main: the end"), said.get("daemon"));
    assertEquals(
        List.of(
            "Exception in thread \"worker\" java.lang.IllegalStateException: the disk is full",
            "main: the end"),
        said.get("worker throws"));
    assertNull(said.get("handler is told"));
  }

  private static List<String> texts(Observations seen) {
    return seen.transcript().stream().map(TranscriptLine::text).toList();
  }

  /// The states of each lane in the order of time.
  private static Map<String, List<String>> lanes(Observations seen) {
    return seen.spans().stream()
        .collect(groupingBy(Span::lane, mapping(Span::state, Collectors.toList())));
  }

  private static List<String> started(List<String> job) {
    return Stream.concat(Stream.of("start"), job.stream()).toList();
  }

  private static List<String> twice(List<String> all) {
    return Collections.nCopies(2, all).stream().flatMap(List::stream).toList();
  }

  private static Observations observed(Experiment experiment, Map<String, String> values)
      throws InterruptedException {
    var with = Parameters.of(experiment.parameters(), values);
    var plan = experiment.plan().inThisJvm().within(LONG);
    var result = Run.start("threads/" + experiment.id(), experiment, with, plan, _ -> {}).await();
    assertTrue(result.good(), () -> result.trouble() + result.observations().claims());
    return result.observations();
  }
}
