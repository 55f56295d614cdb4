package book;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import workbook.Scenario;
import workbook.explore.Budget;
import workbook.explore.Explorer;
import workbook.explore.Subject;
import workbook.explore.Verdict;

/// The scenarios of all lessons: broken and mended neighbours.
@Tag("fast")
class ScenariosTest {
  private static final String MENDED = "-mended";
  private static final String HALF = "-half";

  @Test
  void everyBrokenScenarioHasAMendedNeighbourFurtherDown() {
    for (var lesson : Contents.LESSONS) {
      var ids = lesson.scenarios().stream().map(Scenario.Named::id).toList();
      for (var mended : ids.stream().filter(id -> id.endsWith(MENDED)).toList()) {
        var broken = mended.replaceFirst("(" + HALF + ")?" + MENDED + "$", "");
        assertTrue(ids.indexOf(broken) >= 0, "there is no " + broken);
        assertTrue(ids.indexOf(broken) < ids.indexOf(mended), broken + " comes too late");
        assertTrue(ids.contains(broken + MENDED), "there is no " + broken + MENDED);
      }
    }
  }

  @TestFactory
  Stream<DynamicTest> everyBrokenScenarioIsFoundOut() {
    return forEachScenario(scenario -> !isMended(scenario), ScenariosTest::isFoundOut);
  }

  @TestFactory
  Stream<DynamicTest> everyMendedScenarioHoldsInAllSchedules() {
    return forEachScenario(ScenariosTest::isMended, ScenariosTest::holds);
  }

  @TestFactory
  Stream<DynamicTest> everyMendedScenarioHoldsOnRealThreads() {
    return forEachScenario(ScenariosTest::isMended, ScenariosTest::runOnce);
  }

  private static boolean isMended(Scenario.Named scenario) {
    return scenario.id().endsWith(MENDED) && !scenario.id().endsWith(HALF + MENDED);
  }

  private static void isFoundOut(Class<? extends Scenario> type) {
    var verdict = Explorer.explore(Subject.of(type), Budget.DEFAULT);
    assertInstanceOf(Verdict.Fails.class, verdict, verdict::says);
  }

  private static void holds(Class<? extends Scenario> type) {
    var verdict = Explorer.explore(Subject.of(type), Budget.DEFAULT);
    var holds = assertInstanceOf(Verdict.Holds.class, verdict, verdict::says);
    assertTrue(holds.complete(), verdict::says);
  }

  private static void runOnce(Class<? extends Scenario> type) throws Exception {
    var scenario = type.getConstructor().newInstance();
    try (var threads = Executors.newCachedThreadPool()) {
      var bodies = scenario.bodies().stream().map(ScenariosTest::call).toList();
      var ended = threads.invokeAll(bodies, 10, TimeUnit.MINUTES); // what hangs is interrupted
      for (var each : ended) {
        each.get();
      }
    }
    scenario.check();
  }

  private static Callable<Void> call(Scenario.Body body) {
    return () -> {
      body.run();
      return null;
    };
  }

  private interface Check {
    void check(Class<? extends Scenario> type) throws Exception;
  }

  private static Stream<DynamicTest> forEachScenario(Predicate<Scenario.Named> which, Check check) {
    return Contents.LESSONS.stream()
        .flatMap(
            lesson ->
                lesson.scenarios().stream()
                    .filter(which)
                    .map(
                        scenario ->
                            dynamicTest(
                                lesson.name() + "/" + scenario.id(),
                                () -> check.check(scenario.type()))));
  }
}
