package _12_async.lab;

import _12_async.Heartbeat;
import _12_async.Loop;
import java.time.Duration;
import java.util.List;
import workbook.Chart;
import workbook.Experiment;
import workbook.Findings;
import workbook.Observations;
import workbook.Parameter;
import workbook.Parameters;
import workbook.Recorder;
import workbook.RunPlan;
import workbook.process.PythonScript;

/// A call blocks, on the loop or in its executor: how long does a heartbeat pause at most?
public final class BlockingTheLoopTiming implements Experiment {
  private static final String PAUSE = "longest pause between two beats";
  private static final String ON_LOOP = "Java, loop";
  private static final String IN_EXECUTOR = "Java, executor";

  @Override
  public String id() {
    return "blocking-the-loop";
  }

  @Override
  public List<Parameter> parameters() {
    return List.of(new Parameter.Count("blocking", 200, 100, 2_000, "ms that the call blocks"));
  }

  @Override
  public RunPlan plan() {
    return RunPlan.timed(1, 5);
  }

  @Override
  public List<Chart> charts() {
    return List.of(new Chart.Bars("The longest pause between two heartbeats", PAUSE, false));
  }

  @Override
  public void run(Parameters with, Recorder record) throws Exception {
    var blocking = Duration.ofMillis(with.count("blocking"));
    try (var loop = ReportingLoop.about("main", record)) {
      var heartbeat = new Heartbeat(loop, blocking);
      sample(ON_LOOP, heartbeat.longestPause(heartbeat::onTheLoop) / 1e6, record);
    }
    try (var loop = ReportingLoop.open(record)) {
      var heartbeat = new Heartbeat(loop, blocking);
      sample(IN_EXECUTOR, heartbeat.longestPause(heartbeat::inTheExecutor) / 1e6, record);
    }
    for (var where : List.of("loop", "executor")) {
      var seconds = Double.toString(blocking.toMillis() / 1e3);
      PythonScript.run(Loop.class, "blocked_heartbeat.py", record, where, seconds)
          .forEach(ms -> sample("Python, " + where, Double.parseDouble(ms), record));
    }
  }

  private static void sample(String series, double millis, Recorder record) {
    record.sample(PAUSE, "ms", series, millis);
  }

  @Override
  public Findings findings(Parameters with, Observations seen) {
    var onLoop = seen.samples(PAUSE, ON_LOOP);
    var inExecutor = seen.samples(PAUSE, IN_EXECUTOR);
    if (onLoop.isEmpty() || inExecutor.isEmpty()) {
      return Findings.cannotTell("Nothing was measured: see the notes.");
    }
    var report = seen.fact(ReportingLoop.REPORT).orElse("nothing");
    return Findings.answer("%.0f".formatted(onLoop.get().median()))
        .claim(
            "While the call blocks the loop, nothing beats.",
            onLoop.get().quantile(0) >= with.count("blocking"),
            "the shortest of these pauses: %.0f ms".formatted(onLoop.get().quantile(0)))
        .claim("The loop reports who blocked it.", report.startsWith("main blocked"), report);
  }
}
