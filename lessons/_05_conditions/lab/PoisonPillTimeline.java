package _05_conditions.lab;

import static workbook.Outcome.Expectation.ACCEPTABLE;
import static workbook.Outcome.Expectation.INTERESTING;

import _05_conditions.PoisonPills;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import workbook.Await;
import workbook.Chart;
import workbook.Experiment;
import workbook.Findings;
import workbook.Observations;
import workbook.Parameter;
import workbook.Parameters;
import workbook.Recorder;

/// Two workers share a queue; after the items come two pills, or one. Who ends?
public final class PoisonPillTimeline implements Experiment {
  @Override
  public String id() {
    return "queue-and-poison-pills";
  }

  @Override
  public List<Parameter> parameters() {
    return List.of(
        new Parameter.Count("items", 50, 1, 1_000, "items"),
        new Parameter.Count("work", 2, 0, 50, "ms of work on each item"));
  }

  @Override
  public List<Chart> charts() {
    return List.of(new Chart.Timeline("Who works, and who waits"));
  }

  @Override
  public void run(Parameters with, Recorder record) throws Exception {
    process(PillFindings.TWO, new PoisonPills.Mended(), 2, with, record);
    process(PillFindings.ONE, new PoisonPills.Broken(), 1, with, record);
  }

  private static void process(
      String run, PoisonPills program, int pills, Parameters with, Recorder record)
      throws Exception {
    var millis = with.count("work");
    var done = new Deliveries(with.count("items"));
    var first = new RecordedWorker(run + ": worker 1", program, millis, done, record);
    var second = new RecordedWorker(run + ": worker 2", program, millis, done, record);
    try (var threads = Executors.newFixedThreadPool(2);
        AutoCloseable _ = threads::shutdownNow) { // interrupts whoever still waits
      var workers = List.of(threads.submit(first), threads.submit(second));
      program.produce(with.count("items"));
      done.await();
      Await.until("whoever took a pill has ended", () -> ended(workers) >= pills);
      Thread.sleep(30); // whoever still waits would wait for ever; the chart shows this much of it
      var ended = ended(workers);
      record.outcome(run, PillFindings.ENDED, ACCEPTABLE, ended, "each took a pill");
      record.outcome(run, PillFindings.WAITING, INTERESTING, 2 - ended, "no pill was left");
    }
    done.record(run + PillFindings.ITEMS, record);
  }

  private static long ended(List<Future<Void>> workers) {
    return workers.stream().filter(Future::isDone).count();
  }

  @Override
  public Findings findings(Parameters with, Observations seen) {
    return PillFindings.of(seen);
  }
}
