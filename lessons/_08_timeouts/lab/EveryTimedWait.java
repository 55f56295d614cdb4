package _08_timeouts.lab;

import _08_timeouts.SilentNetwork;
import _08_timeouts.TimedWait;
import java.util.LinkedHashMap;
import java.util.List;
import workbook.Chart;
import workbook.Experiment;
import workbook.Findings;
import workbook.Observations;
import workbook.Parameter;
import workbook.Parameters;
import workbook.Recorder;
import workbook.RunPlan;

/// Ten kinds of wait with the same limit, each for something that never comes: how late are they?
public final class EveryTimedWait implements Experiment {
  static final String LATE = "how much too late";

  @Override
  public String id() {
    return "every-timed-wait";
  }

  @Override
  public List<Parameter> parameters() {
    return List.of(
        new Parameter.Count("limit", 20, 2, 1_000, "ms"),
        new Parameter.Count("rounds", 5, 1, 100, "waits of each kind"));
  }

  /// Once for practice: a first wait of its kind loads classes, too.
  @Override
  public RunPlan plan() {
    return RunPlan.timed(1, 5);
  }

  @Override
  public List<Chart> charts() {
    return List.of(new Chart.Distribution("How late", LATE, false));
  }

  @Override
  public void run(Parameters with, Recorder record) throws Exception {
    var limit = with.count("limit");
    var rounds = with.count("rounds");
    try (var network = new SilentNetwork()) {
      var waits = new LinkedHashMap<>(TimedWait.forThreads());
      waits.put("socket read", network::read);
      waits.put("HttpClient", network::get);
      for (var round = 0; round < rounds; round++) {
        record.progress(round, rounds);
        for (var wait : waits.entrySet()) {
          var watch = Stopwatch.start();
          var said = Ending.of(() -> wait.getValue().await(limit));
          record.sample(LATE, "ms", wait.getKey(), watch.millis() - limit);
          record.fact(wait.getKey(), said);
        }
      }
    }
  }

  @Override
  public Findings findings(Parameters with, Observations seen) {
    return LatenessFindings.of(seen);
  }
}
