package _05_conditions.lab;

import static workbook.Outcome.Expectation.FORBIDDEN;
import static workbook.Outcome.Expectation.INTERESTING;

import _05_conditions.IfForWhile;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.concurrent.Executors;
import workbook.Await;
import workbook.Chart;
import workbook.Experiment;
import workbook.Findings;
import workbook.Observations;
import workbook.Parameter;
import workbook.Parameters;
import workbook.Recorder;

/// A guest is woken for a dish, and somebody else is quicker. What does it do?
public final class IfOrWhileTrials implements Experiment {
  @Override
  public String id() {
    return "if-or-while";
  }

  @Override
  public List<Parameter> parameters() {
    return List.of(new Parameter.Count("trials", 20, 1, 1_000, "trials"));
  }

  @Override
  public List<Chart> charts() {
    return List.of(new Chart.Outcomes("What the guest does who was woken"));
  }

  @Override
  public void run(Parameters with, Recorder record) throws Exception {
    for (var trial = 1; trial <= with.count("trials"); trial++) {
      IfOrWhileFindings.count("if", wokenTooLate(new IfForWhile.Broken()), INTERESTING, record);
      IfOrWhileFindings.count("while", wokenTooLate(new IfForWhile.Mended()), FORBIDDEN, record);
      record.progress(trial, with.count("trials"));
    }
  }

  /// What the guest got.
  private static String wokenTooLate(IfForWhile table) throws Exception {
    try (var threads = Executors.newSingleThreadExecutor();
        AutoCloseable _ = threads::shutdownNow) {
      var slow = threads.submit(() -> took(table));
      Await.until("the slow guest waits", () -> waits(table));
      table.lock.lock();
      try {
        table.put("soup"); // wakes the slow guest, who now waits for the lock
        table.take(); // a quick guest has the lock already
      } finally {
        table.lock.unlock();
      }
      Await.until("the slow guest fails or waits again", () -> slow.isDone() || waits(table));
      table.put("cake");
      return slow.get();
    }
  }

  private static String took(IfForWhile table) throws InterruptedException {
    try {
      return table.take();
    } catch (NoSuchElementException empty) {
      return "nothing";
    }
  }

  private static boolean waits(IfForWhile table) {
    return Waiters.at(table.notEmpty, table.lock) > 0;
  }

  @Override
  public Findings findings(Parameters with, Observations seen) {
    return IfOrWhileFindings.of(seen);
  }
}
