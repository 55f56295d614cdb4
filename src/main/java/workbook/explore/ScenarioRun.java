package workbook.explore;

import java.util.ArrayList;
import java.util.function.Supplier;
import workbook.Scenario;
import workbook.explore.model.ModelThread;
import workbook.explore.runtime.Kernel;

/// One run of a scenario: make it, start a thread for each body, join them, check.
///
/// @param scenario makes a fresh one
record ScenarioRun(Supplier<Scenario> scenario) implements Runnable {
  @Override
  public void run() {
    try {
      var fresh = scenario.get();
      Kernel.learnNames(fresh);
      var threads = new ArrayList<ModelThread>();
      for (var body : fresh.bodies()) {
        threads.add(new ModelThread(() -> run(body), "T" + (threads.size() + 1)));
      }
      threads.forEach(ModelThread::start);
      for (var thread : threads) {
        thread.join();
      }
      fresh.check();
    } catch (Exception e) {
      throw SneakyThrow.thrown(e);
    }
  }

  private static void run(Scenario.Body body) {
    try {
      body.run();
    } catch (Exception e) {
      throw SneakyThrow.thrown(e);
    }
  }
}
