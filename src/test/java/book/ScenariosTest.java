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
  void everyBrokenScenarioIsFollowedByItsMendedNeighbour() {
    for (var lesson : Contents.LESSONS) {
      var ids = lesson.scenarios().stream().map(Scenario.Named::id).toList();
      for (var i = 0; i < ids.size(); i++) {
        var isMended = i % 2 == 1;
        assertTrue(
            isMended ? ids.get(i).equals(ids.get(i - 1) + MENDED) : !ids.get(i).endsWith(MENDED),
            ids.get(i) + " is out of place");
      }
    }
  }

  @TestFactory
  Stream<DynamicTest> everyMendedScenarioHoldsOnRealThreads() {
    return Contents.LESSONS.stream()
        .map(Lesson::scenarios)
        .flatMap(List::stream)
        .filter(scenario -> scenario.id().endsWith(MENDED))
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
