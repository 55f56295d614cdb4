package workbook.explore;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.util.Set;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import workbook.Scenario;

/// The models written by hand answer as the classes they stand in for: what real threads hear from
/// the real class, the explorer hears from the model under every calm schedule.
@Tag("fast")
@Timeout(600)
final class HistoriesTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "LockHistories::lockAlone",
        "LockHistories::lockHeldByAnother",
        "LockHistories::lockAndInterrupts",
        "LockHistories::lockWaitersAndTheirStates",
        "LockHistories::conditionWithoutItsLock",
        "LockHistories::conditionTimesOut",
        "LockHistories::conditionIsSignalled",
        "LockHistories::conditionIsInterrupted",
        "LockHistories::conditionIsInterruptedAfterTheSignal",
        "LockHistories::conditionWaitsThroughAnInterrupt",
        "LockHistories::conditionWakesTheOldestFirst",
        "ThreadHistories::parking",
        "ThreadHistories::lifeOfAThread",
        "ThreadHistories::lifeOfAVirtualThread",
        "ThreadHistories::interrupts",
        "ThreadHistories::monitors",
        "ThreadHistories::monitorIsWaitedFor",
      })
  void aModelAnswersLikeTheRealClass(String history) throws Exception {
    FinalStates.take();
    var real = real(history);
    var verdict =
        Explorer.explore(Subject.named("programs." + history), Budget.DEFAULT.withPreemptions(0));
    assertInstanceOf(Verdict.Holds.class, verdict, verdict::says);
    assertEquals(real, FinalStates.take());
  }

  /// Tells the history on a real thread, as its scenario says.
  private static Set<String> real(String history) throws Exception {
    var names = history.split("::");
    var method = Class.forName("programs." + names[0]).getDeclaredMethod(names[1]);
    method.setAccessible(true);
    var bodies = ((Scenario) method.invoke(null)).bodies();
    var told =
        new FutureTask<Void>(
            () -> {
              bodies.getFirst().run();
              return null;
            });
    Thread.ofPlatform().daemon().start(told);
    told.get(5, TimeUnit.MINUTES);
    return FinalStates.take();
  }
}
