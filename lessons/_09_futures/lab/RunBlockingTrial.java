package _09_futures.lab;

import _09_futures.BlockingElsewhere;
import _09_futures.LoopbackSite;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import workbook.Chart;
import workbook.Experiment;
import workbook.Findings;
import workbook.Observations;
import workbook.Parameter;
import workbook.Parameters;
import workbook.Recorder;

/// A thread that ticks needs a page from a slow site: it waits itself, or a pool does.
public final class RunBlockingTrial implements Experiment {
  private static final int BYTES = 12_345;
  private static final int LONG = 5_000; // ms: time to tick in, however busy the machine is
  private static final String PAUSE = "longest pause between two ticks";

  @Override
  public String id() {
    return "run-blocking-elsewhere";
  }

  @Override
  public List<Parameter> parameters() {
    return List.of(new Parameter.Count("delay", 400, 300, 2_000, "ms until the site answers"));
  }

  @Override
  public List<Chart> charts() {
    return List.of(
        new Chart.Bars("Ticks while the page is loaded", RunBlockingFindings.TICKS, false),
        new Chart.Bars("The longest pause between two ticks", PAUSE, false));
  }

  @Override
  public void run(Parameters with, Recorder record) throws Exception {
    var delay = with.count("delay");
    load("Java, here", new BlockingElsewhere.Here(), delay, record);
    if (load("Java, elsewhere", new BlockingElsewhere.Elsewhere(), delay, record) == 0) {
      load("Java, elsewhere", new BlockingElsewhere.Elsewhere(), LONG, record);
    }
    if (RunBlockingTwin.load(BYTES, delay, record) == 0) {
      RunBlockingTwin.load(BYTES, LONG, record);
    }
    record.fact(RunBlockingFindings.PAGE, "" + BYTES);
  }

  private static int load(String way, BlockingElsewhere program, int delay, Recorder record)
      throws Exception {
    var ticks = new AtomicInteger();
    var meanwhile = new AtomicInteger();
    var last = new AtomicLong();
    var longest = new AtomicLong();
    Runnable tick =
        () -> {
          var now = System.nanoTime();
          var before = last.getAndSet(now);
          longest.accumulateAndGet(ticks.getAndIncrement() == 0 ? 0 : now - before, Math::max);
        };
    Runnable request = () -> meanwhile.set(ticks.get() - meanwhile.get()); // before, then after
    try (var site = new LoopbackSite(BYTES, delay, request)) {
      var bytes = program.tickAndLoad(site.uri(), tick);
      record.sample(RunBlockingFindings.TICKS, "ticks", way, meanwhile.get());
      record.sample(RunBlockingFindings.BYTES, "bytes", way, bytes);
      record.sample(PAUSE, "ms", way, longest.get() / 1e6);
      return meanwhile.get();
    }
  }

  @Override
  public Findings findings(Parameters with, Observations seen) {
    return RunBlockingFindings.of(with.count("delay"), seen);
  }
}
