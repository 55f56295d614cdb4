package _09_futures.lab;

import _09_futures.BlockingElsewhere;
import _09_futures.LoopbackSite;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import workbook.Chart;
import workbook.Experiment;
import workbook.Findings;
import workbook.Observations;
import workbook.Parameter;
import workbook.Parameters;
import workbook.Recorder;
import workbook.process.PythonScript;

/// A thread that ticks needs a page from a slow site: it waits itself, or a pool does.
public final class RunBlockingTrial implements Experiment {
  private static final int BYTES = 12_345;

  @Override
  public String id() {
    return "run-blocking-elsewhere";
  }

  @Override
  public List<Parameter> parameters() {
    return List.of(new Parameter.Count("delay", 400, 300, 5_000, "ms until the site answers"));
  }

  @Override
  public List<Chart> charts() {
    return List.of(
        new Chart.Timeline("When the thread ticks"),
        new Chart.Bars("Ticks while the site lets it wait", RunBlockingFindings.TICKS, false));
  }

  @Override
  public void run(Parameters with, Recorder record) throws Exception {
    load("Java, here", new BlockingElsewhere.Here(), with.count("delay"), record);
    load("Java, elsewhere", new BlockingElsewhere.Elsewhere(), with.count("delay"), record);
    try (var site = new LoopbackSite(BYTES, with.count("delay"), () -> {})) {
      var url = site.uri().toString();
      for (var line : PythonScript.run(BlockingElsewhere.class, "run_blocking.py", record, url)) {
        var cells = line.split("\t");
        record.sample(RunBlockingFindings.TICKS, "ticks", cells[0], Integer.parseInt(cells[2]));
        record.sample(RunBlockingFindings.BYTES, "bytes", cells[0], Integer.parseInt(cells[1]));
      }
    }
    record.fact(RunBlockingFindings.PAGE, "" + BYTES);
  }

  private static void load(String way, BlockingElsewhere program, int delay, Recorder record)
      throws Exception {
    var ticks = new AtomicInteger();
    var meanwhile = new AtomicInteger();
    var since = new long[] {record.now()};
    Runnable tick =
        () -> {
          ticks.incrementAndGet();
          var now = record.now();
          record.span(way, "until the next tick", since[0], now);
          since[0] = now;
        };
    Runnable request = () -> meanwhile.set(ticks.get() - meanwhile.get()); // before, then after
    try (var site = new LoopbackSite(BYTES, delay, request)) {
      var bytes = program.tickAndLoad(site.uri(), tick);
      record.sample(RunBlockingFindings.TICKS, "ticks", way, meanwhile.get());
      record.sample(RunBlockingFindings.BYTES, "bytes", way, bytes);
    }
  }

  @Override
  public Findings findings(Parameters with, Observations seen) {
    return RunBlockingFindings.of(with.count("delay"), seen);
  }
}
