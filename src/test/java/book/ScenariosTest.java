package book;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import workbook.Lesson;
import workbook.Scenario;

/// The scenarios of all lessons: broken and mended neighbours.
class ScenariosTest {
  private static final String MENDED = "-mended";

  @Test
  void everyBrokenScenarioHasAMendedNeighbourFurtherDown() {
    for (var lesson : Contents.LESSONS) {
      var ids = lesson.scenarios().stream().map(Scenario.Named::id).toList();
      for (var mended : ids.stream().filter(id -> id.endsWith(MENDED)).toList()) {
        var broken = mended.replaceFirst("(-half)?" + MENDED + "$", "");
        assertTrue(ids.indexOf(broken) >= 0, "there is no " + broken);
        assertTrue(ids.indexOf(broken) < ids.indexOf(mended), broken + " comes too late");
        assertTrue(ids.contains(broken + MENDED), "there is no " + broken + MENDED);
      }
    }
  }

  @TestFactory
  Stream<DynamicTest> everyMendedScenarioHoldsOnRealThreads() {
    return Contents.LESSONS.stream()
        .map(Lesson::scenarios)
        .flatMap(List::stream)
        .filter(scenario -> scenario.id().endsWith(MENDED))
        .filter(scenario -> !scenario.id().endsWith("-half" + MENDED))
        .map(scenario -> dynamicTest(scenario.id(), () -> runOnce(scenario.type())));
  }

  private static void runOnce(Class<? extends Scenario> type) throws Exception {
    var scenario = type.getConstructor().newInstance();
    try (var threads = Executors.newCachedThreadPool()) {
      var bodies = scenario.bodies().stream().map(ScenariosTest::call).toList();
      var ended = threads.invokeAll(bodies, 30, TimeUnit.SECONDS); // what hangs is interrupted
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
}
