package _05_conditions.lab;

import _05_conditions.SharedCondition;
import java.util.ArrayList;
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
import workbook.Scenario.Body;

/// Two guests wait at the bell, and a cook puts two plates, one after the other. Who gets on?
public final class SignalOrSignalAllTrial implements Experiment {
  @Override
  public String id() {
    return "signal-or-signalall";
  }

  @Override
  public List<Parameter> parameters() {
    return List.of(new Parameter.Count("stuck", 200, 0, 5_000, "ms until somebody helps"));
  }

  @Override
  public List<Chart> charts() {
    return List.of(new Chart.Timeline("Who gets on, and who waits"));
  }

  @Override
  public void run(Parameters with, Recorder record) throws Exception {
    serve(SignalFindings.SIGNAL, new SharedCondition.Broken(), with.count("stuck"), record);
    serve(SignalFindings.SIGNAL_ALL, new SharedCondition.Mended(), with.count("stuck"), record);
  }

  private static void serve(String how, SharedCondition tray, int pause, Recorder record)
      throws Exception {
    Body cook =
        () -> {
          tray.lock.lock(); // keeps it until it waits itself: no guest is quicker
          try {
            tray.putTwo();
          } finally {
            tray.lock.unlock();
          }
        };
    try (var threads = Executors.newFixedThreadPool(3);
        AutoCloseable _ = threads::shutdownNow) { // helps whoever is stuck
      var people = new ArrayList<Future<Void>>();
      people.add(threads.submit(new BellWaiter(how, "first guest", tray::take, record)));
      Await.until("the first guest waits", () -> waiting(tray) == 1);
      people.add(threads.submit(new BellWaiter(how, "second guest", tray::take, record)));
      Await.until("the second guest waits", () -> waiting(tray) == 2);
      people.add(threads.submit(new BellWaiter(how, "cook", cook, record)));
      Await.until("all who are left wait", () -> left(people) == waiting(tray));
      Thread.sleep(left(people) == 0 ? 0 : pause); // so that the chart shows it
    }
  }

  private static long left(List<Future<Void>> people) {
    return people.stream().filter(each -> !each.isDone()).count();
  }

  private static int waiting(SharedCondition tray) {
    return Waiters.at(tray.changed, tray.lock);
  }

  @Override
  public Findings findings(Parameters with, Observations seen) {
    return SignalFindings.of(seen);
  }
}
