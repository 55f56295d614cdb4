package _03_races.lab;

import _03_races.FiveThreads;
import java.util.List;
import workbook.Chart;
import workbook.Experiment;
import workbook.Findings;
import workbook.Observations;
import workbook.Parameter;
import workbook.Parameters;
import workbook.Recorder;

/// Threads add to one number, without a lock and with one, a few times over.
public final class WithALockTrials implements Experiment {
  private static final String BROKEN = "no lock";
  private static final String MENDED = "lock";

  @Override
  public String id() {
    return "with-a-lock";
  }

  @Override
  public List<Parameter> parameters() {
    return List.of(
        new Parameter.Count("threads", 5, 1, 64, "threads"),
        new Parameter.Count("increments", 1_000_000, 1, 10_000_000, "increments per thread"),
        new Parameter.Count("times", 3, 1, 20, "runs"));
  }

  @Override
  public List<Chart> charts() {
    return List.of(new Chart.Bars("What was counted", CountedSums.QUANTITY, false));
  }

  @Override
  public void run(Parameters with, Recorder record) throws Exception {
    var times = with.count("times");
    for (var time = 1; time <= times; time++) {
      count(BROKEN, new FiveThreads.Broken(), with, record);
      count(MENDED, new FiveThreads.Mended(), with, record);
      record.progress(time, times);
    }
  }

  private static void count(String name, FiveThreads shared, Parameters with, Recorder record)
      throws InterruptedException {
    var sum = shared.sum(with.count("threads"), with.count("increments"));
    CountedSums.record(name, sum, record);
    record.said(name, "%,d".formatted(sum));
  }

  @Override
  public Findings findings(Parameters with, Observations seen) {
    var asked = (long) with.count("threads") * with.count("increments");
    var broken = CountedSums.of(BROKEN, seen);
    var mended = CountedSums.of(MENDED, seen);
    return answer(broken, asked)
        .claim("With the lock, nothing is lost.", mended.areAll(asked), mended.evidence(asked))
        .claim("Nothing is counted twice.", broken.areAtMost(asked), broken.evidence(asked));
  }

  private static Findings answer(CountedSums broken, long asked) {
    if (broken.sums().size() < 2) {
      return Findings.cannotTell("One run always agrees with itself: set times to 2 or more.");
    }
    if (!broken.areAtMost(asked)) {
      return Findings.answer("sometimes too much, sometimes too little");
    }
    if (broken.areEqual()) {
      return Findings.answer(
          broken.areAll(asked) ? "the full sum, each time" : "less, and the same each time");
    }
    return Findings.answer("less, and different each time");
  }
}
