package _15_puzzles.lab;

import static workbook.Outcome.Expectation.ACCEPTABLE;

import _15_puzzles.StuckKitchen;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.FutureTask;
import java.util.function.Predicate;
import workbook.Await;
import workbook.Chart;
import workbook.Experiment;
import workbook.Findings;
import workbook.Observations;
import workbook.Parameters;
import workbook.Recorder;
import workbook.Scenario.Body;

/// Two cooks are stuck, on platform threads and then on virtual ones. Which reports show them?
public final class DeadlockReportTrial implements Experiment {
  private static final Predicate<Thread> WAITS = cook -> cook.getState() == Thread.State.WAITING;

  @Override
  public String id() {
    return "planted-deadlock";
  }

  @Override
  public List<Chart> charts() {
    return List.of(new Chart.Outcomes("How many of the two cooks each report shows"));
  }

  @Override
  public void run(Parameters with, Recorder record) throws Exception {
    stick(ReportFindings.PLATFORM, Thread.ofPlatform(), record);
    stick(ReportFindings.VIRTUAL, Thread.ofVirtual(), record);
  }

  private static void stick(String kind, Thread.Builder builder, Recorder record) throws Exception {
    var kitchen = new StuckKitchen.Broken();
    var cooks = new ArrayList<Thread>();
    try {
      for (var body : kitchen.bodies()) {
        cooks.add(start(builder.name("cook " + (cooks.size() + 1)), body));
      }
      Await.until("both are stuck", () -> kitchen.isStuck() && cooks.stream().allMatch(WAITS));
      for (var report : DeadlockReport.values()) {
        var text = report.text();
        var shown = cooks.stream().filter(cook -> text.contains(cook.getName())).count();
        record.outcome(kind, report.name, ACCEPTABLE, shown, "cooks shown");
      }
    } finally {
      cooks.forEach(Thread::interrupt);
    }
    for (var cook : cooks) {
      cook.join();
    }
  }

  private static Thread start(Thread.Builder builder, Body body) {
    return builder.start(
        new FutureTask<>(
            () -> {
              body.run();
              return null;
            }));
  }

  @Override
  public Findings findings(Parameters with, Observations seen) {
    return ReportFindings.of(seen);
  }
}
