package workbook.explore;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import programs.Impatience;

/// The same program gives the same verdict, the same count and the same schedule, every time.
@Tag("fast")
final class RepeatTest {
  private static final String FIBERS = "workbook.explore.fibers";

  @AfterEach
  void useTheUsualFibers() {
    System.clearProperty(FIBERS);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "LostUpdate::bad",
        "NotifyOne::bad",
        "NotifyOne::good",
        "IfNotWhile::good",
        "ExecutorList::bad",
        "ExecutorList::good",
        "VirtualThreads::good",
        "FutureRace::bad",
        "FutureRace::good",
        "DclNoVolatile::bad",
        "RwUpgrade::bad",
        "StopFlag::bad",
        "InterruptSwallowed::bad"
      })
  void continuationsAndThreadsGiveTheSameSchedules(String scenario) {
    var subject = Subject.named("scenarios." + scenario);
    var first = told(Explorer.explore(subject, Budget.DEFAULT));
    System.setProperty(FIBERS, "threads");
    assertEquals(first, told(Explorer.explore(subject, Budget.DEFAULT)));
    System.clearProperty(FIBERS);
    assertEquals(first, told(Explorer.explore(subject, Budget.DEFAULT)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"LostUpdate", "LockOrder", "IfNotWhile", "LongTearing", "ParkOnce"})
  void theScheduleOfAFailureFailsAgain(String scenario) {
    var subject = Subject.named("scenarios." + scenario + "::bad");
    var fails = assertInstanceOf(Verdict.Fails.class, Explorer.explore(subject, Budget.DEFAULT));
    assertEquals(fails.trace(), Explorer.replay(subject, fails.schedule()));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 100, 1_000})
  void aSearchThatIsTooLongEndsByItsStepsAndNotByTheClock(long steps) {
    var budget = Budget.DEFAULT.withSteps(steps);
    Program program = Impatience::askAgainAndAgain;
    var first = assertInstanceOf(Verdict.Holds.class, Explorer.explore(program, budget));
    assertEquals(Coverage.SAMPLED, first.coverage());
    assertEquals(first, Explorer.explore(program, budget));
  }

  private static String told(Verdict verdict) {
    return verdict instanceof Verdict.Fails fails
        ? fails.says() + fails.schedule() + fails.schedules() + fails.trace()
        : verdict.says() + verdict;
  }
}
