package _05_conditions;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import _05_conditions.lab.QueueOccupancy;
import _05_conditions.lab.SignalOrSignalAllTrial;
import _05_conditions.lab.WakeUpCount;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import workbook.Experiment;
import workbook.Observations;
import workbook.Parameters;
import workbook.Result;
import workbook.Scenario;
import workbook.explore.Budget;
import workbook.explore.Explorer;
import workbook.explore.FailureKind;
import workbook.explore.Subject;
import workbook.explore.Verdict;
import workbook.run.Run;

/// Lesson 05 keeps its word, beyond what each experiment claims itself.
@Tag("fast")
class ConditionsTest {
  private static final Duration LONG = Duration.ofMinutes(10);

  @ParameterizedTest
  @CsvSource({
    "IfForWhile$Broken, EXCEPTION",
    "SharedCondition$Broken, LOST_WAKEUP",
    "PoisonPills$Broken, LOST_WAKEUP",
    "GarbledLine$Broken, ASSERTION",
    "Gate$NeverLooks, LOST_WAKEUP",
    "Gate$WithoutLock, EXCEPTION",
  })
  void everyScenarioFailsForTheReasonItWasWrittenFor(String type, FailureKind kind) {
    var verdict =
        Explorer.explore(
            Subject.named("_05_conditions." + type), Budget.DEFAULT.withPatience(LONG));
    assertEquals(kind, assertInstanceOf(Verdict.Fails.class, verdict, verdict::says).kind());
  }

  /// A queue of one place, two that put and one that takes twice.
  public static final class ThreeAtOneQueue implements Scenario {
    private final Queue<Integer> items =
        new ArrayDeque<>() {
          @Override
          public boolean add(Integer item) {
            assertEquals(0, size(), "items in one place before one more");
            return super.add(item);
          }
        };
    private final BoundedQueue<Integer> queue = new BoundedQueue<>(1, items);
    private final List<Integer> taken = new ArrayList<>();

    @Override
    public List<Body> bodies() {
      Body taker =
          () -> {
            taken.add(queue.take());
            taken.add(queue.take());
          };
      return List.of(() -> queue.put(1), () -> queue.put(2), taker);
    }

    @Override
    public void check() {
      assertEquals(List.of(1, 2), taken.stream().sorted().toList());
      assertEquals(List.of(), List.copyOf(items));
    }
  }

  /// A queue of one place, one that puts twice and two that take.
  public static final class TwoTakersAtOneQueue implements Scenario {
    private final BoundedQueue<Integer> queue = new BoundedQueue<>(1);

    @Override
    public List<Body> bodies() {
      Body putter =
          () -> {
            queue.put(1);
            queue.put(2);
          };
      return List.of(queue::take, queue::take, putter);
    }
  }

  /// The first with the queue of the old way.
  public static final class ThreeAtAnOldQueue implements Scenario {
    private final OldQueue<Integer> queue = new OldQueue<>(1);
    private final List<Integer> taken = new ArrayList<>();

    @Override
    public List<Body> bodies() {
      Body taker =
          () -> {
            taken.add(queue.take());
            taken.add(queue.take());
          };
      return List.of(() -> queue.put(1), () -> queue.put(2), taker);
    }

    @Override
    public void check() {
      assertEquals(List.of(1, 2), taken.stream().sorted().toList());
    }
  }

  @Test
  void bothQueuesHoldInEverySchedule() {
    for (var type :
        List.of(ThreeAtOneQueue.class, TwoTakersAtOneQueue.class, ThreeAtAnOldQueue.class)) {
      var verdict = Explorer.explore(Subject.of(type), Budget.DEFAULT.withPatience(LONG));
      var holds = assertInstanceOf(Verdict.Holds.class, verdict, verdict::says);
      assertTrue(holds.complete(), verdict::says);
    }
  }

  @Test
  void theQueueNeverHoldsMoreThanItsPlaces() throws Exception {
    for (var places : List.of("1", "3")) {
      var seen =
          run(
              new QueueOccupancy(),
              Map.of("places", places, "items", "20", "work", "0", "workers", "3"));
      for (var point : seen.series().getFirst().points()) {
        assertTrue(point.quantile(1) <= Integer.parseInt(places), point::toString);
        assertTrue(point.quantile(0) >= 0, point::toString);
      }
    }
  }

  @Test
  void theWrongOneIsWoken() throws Exception {
    var seen = run(new SignalOrSignalAllTrial(), Map.of("watch", "0"));
    assertEquals("one guest gets a plate; the other and the cook wait for ever", seen.answer());
  }

  @Test
  void tenThreadsWakeUp45TimesInVain() throws Exception {
    assertEquals("45", run(new WakeUpCount(), Map.of()).answer());
  }

  private static Observations run(Experiment experiment, Map<String, String> typed)
      throws InterruptedException {
    var with = Parameters.of(experiment.parameters(), typed);
    var plan = experiment.plan().inThisJvm().within(LONG);
    var name = "conditions/" + experiment.id();
    var result = Run.start(name, experiment, with, plan, _ -> {}).await();
    assertEquals(Result.Ending.COMPLETE, result.ending(), result.trouble());
    assertEquals(
        List.of(), result.observations().claims().stream().filter(c -> !c.held()).toList());
    return result.observations();
  }
}
