package _05_conditions.lab;

import static workbook.Outcome.Expectation.FORBIDDEN;
import static workbook.Outcome.Expectation.INTERESTING;

import _05_conditions.GarbledLine;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import workbook.Chart;
import workbook.Experiment;
import workbook.Findings;
import workbook.Observations;
import workbook.Parameter;
import workbook.Parameters;
import workbook.Recorder;

/// Worker 2 has begun its line when worker 1 prints one. What is the first line on the screen?
public final class GarbledLineTrials implements Experiment {
  @Override
  public String id() {
    return "garbled-line";
  }

  @Override
  public List<Parameter> parameters() {
    return List.of(new Parameter.Count("trials", 20, 1, 10_000, "trials"));
  }

  @Override
  public List<Chart> charts() {
    return List.of(new Chart.Outcomes("The first line on the screen"));
  }

  @Override
  public void run(Parameters with, Recorder record) throws Exception {
    for (var trial = 1; trial <= with.count("trials"); trial++) {
      GarbledFindings.count("three writes", print(new GarbledLine.Broken()), INTERESTING, record);
      GarbledFindings.count("one write", print(new GarbledLine.Mended()), FORBIDDEN, record);
      record.progress(trial, with.count("trials"));
    }
  }

  /// @return the first line on the screen
  private static String print(GarbledLine program) throws Exception {
    var screen = new StringBuffer();
    var begun = new CountDownLatch(1);
    var printed = new CountDownLatch(1);
    GarbledLine.Output heldUp =
        text -> {
          screen.append(text);
          begun.countDown();
          printed.await(); // goes on when worker 1 has printed its line
        };
    Callable<Void> second =
        () -> {
          program.print(2, 1, heldUp);
          return null;
        };
    try (var threads = Executors.newSingleThreadExecutor()) {
      var end = threads.submit(second);
      begun.await();
      program.print(1, 0, screen::append); // this thread is worker 1
      printed.countDown();
      end.get();
    }
    return screen.toString().lines().findFirst().orElse("");
  }

  @Override
  public Findings findings(Parameters with, Observations seen) {
    return GarbledFindings.of(seen);
  }
}
