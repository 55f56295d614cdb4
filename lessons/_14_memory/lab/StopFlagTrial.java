package _14_memory.lab;

import static workbook.Outcome.Expectation.ACCEPTABLE;
import static workbook.Outcome.Expectation.FORBIDDEN;
import static workbook.Outcome.Expectation.INTERESTING;

import _14_memory.StopFlag;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import workbook.Chart;
import workbook.Experiment;
import workbook.Findings;
import workbook.Observations;
import workbook.Outcome;
import workbook.Parameter;
import workbook.Parameters;
import workbook.Recorder;

/// A worker loops until a flag is set. Does it see the flag?
public final class StopFlagTrial implements Experiment {
  private static final String SAW_IT = "stopped";
  private static final String MISSED_IT = "did all its rounds";
  private static final String TOO_SOON = "was done before the flag was set";

  @Override
  public String id() {
    return "stop-flag";
  }

  @Override
  public List<Parameter> parameters() {
    return List.of(new Parameter.Count("rounds", 3_000, 1_000, 100_000, "million rounds"));
  }

  @Override
  public List<Chart> charts() {
    return List.of(new Chart.Outcomes("What became of the worker"));
  }

  @Override
  public void run(Parameters with, Recorder record) throws Exception {
    var rounds = with.count("rounds") * 1_000_000L;
    record("plain", new StopFlag.Broken(), rounds, INTERESTING, record);
    record("volatile", new StopFlag.Mended(), Long.MAX_VALUE, FORBIDDEN, record);
  }

  private static void record(
      String kind, StopFlag flag, long rounds, Outcome.Expectation ofMissing, Recorder record)
      throws Exception {
    try (var threads = Executors.newSingleThreadExecutor()) {
      var saw = CompletableFuture.supplyAsync(() -> flag.work(rounds), threads);
      Thread.sleep(100); // until the JIT compiler has seen the loop
      var tooSoon = saw.isDone();
      var began = System.nanoTime();
      flag.stop();
      var stopped = saw.get();
      record.sample("from the flag to the end", "ms", kind, (System.nanoTime() - began) / 1e6);
      record.outcome(kind, SAW_IT, ACCEPTABLE, stopped ? 1 : 0, "it saw the flag");
      record.outcome(kind, MISSED_IT, ofMissing, stopped || tooSoon ? 0 : 1, "it never saw it");
      record.outcome(kind, TOO_SOON, ACCEPTABLE, tooSoon ? 1 : 0, "that says nothing");
    }
  }

  @Override
  public Findings findings(Parameters with, Observations seen) {
    var stopped = seen.count("volatile", SAW_IT);
    return answer(seen).claim("A volatile flag is seen.", stopped > 0, stopped + " stopped");
  }

  private static Findings answer(Observations seen) {
    if (seen.count("volatile", MISSED_IT) > 0) {
      return Findings.answer("neither");
    }
    if (seen.count("plain", SAW_IT) + seen.count("plain", MISSED_IT) == 0) {
      return Findings.cannotTell("It was done too soon: run it again with more --rounds.");
    }
    return Findings.answer(seen.count("plain", SAW_IT) > 0 ? "both" : "only the volatile one");
  }
}
