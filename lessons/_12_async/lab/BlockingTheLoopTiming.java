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
import workbook.Series.Point;
import workbook.process.PythonScript;

/// A call blocks for a while, on the loop or in its executor: how long is the longest pause between
/// two heartbeats?
public final class BlockingTheLoopTiming implements Experiment {
  private static final String PAUSE = "longest pause between two beats";
  private static final String ON_LOOP = "Java, on the loop";
  private static final String IN_EXECUTOR = "Java, in the executor";
  private static final List<String> TWINS = List.of("Python, on the loop", "Python, in the executor");

  @Override
  public String id() {
    return "blocking-the-loop";
  }

  @Override
  public List<Parameter> parameters() {
    return List.of(new Parameter.Count("blocking", 200, 40, 2_000, "ms that the call blocks"));
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
    try (var loop = new Loop(text -> record.fact("the loop reported", text))) {
      sample(ON_LOOP, new Heartbeat.OnTheLoop(loop).longestPause(blocking) / 1e6, record);
    }
    try (var loop = new Loop(text -> record.fact("the second loop reported", text))) {
      sample(IN_EXECUTOR, new Heartbeat.InTheExecutor(loop).longestPause(blocking) / 1e6, record);
    }
    for (var twin : TWINS) {
      var where = twin.endsWith("loop") ? "loop" : "executor";
      var seconds = Double.toString(blocking.toMillis() / 1e3);
      PythonScript.run(Loop.class, "blocked_heartbeat.py", record, where, seconds)
          .forEach(ms -> sample(twin, Double.parseDouble(ms), record));
    }
  }

  private static void sample(String series, double millis, Recorder record) {
    record.sample(PAUSE, "ms", series, millis);
  }

  @Override
  public Findings findings(Parameters with, Observations seen) {
    var onLoop = seen.samples(PAUSE, ON_LOOP);
    var inExecutor = seen.samples(PAUSE, IN_EXECUTOR);
    var report = seen.fact("the loop reported").orElse("");
    if (onLoop.isEmpty() || inExecutor.isEmpty()) {
      return Findings.cannotTell("Nothing was measured: see the notes.");
    }
    var pause = onLoop.map(Point::median).orElseThrow();
    return Findings.answer("%.0f".formatted(pause))
        .claim("In the executor, the call lengthens no pause like this.",
            inExecutor.get().clearlyBelow(onLoop.get()),
            "%.0f ms against %.0f ms".formatted(inExecutor.get().median(), pause))
        .claim("The loop says who blocked it.", report.startsWith("main blocked"), report.isEmpty() ? "it said nothing" : report);
  }
}
