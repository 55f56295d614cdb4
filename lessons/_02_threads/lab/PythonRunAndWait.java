package _02_threads.lab;

import _02_threads.RunAndWait;
import java.io.IOException;
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

/// The same two pairs of jobs in Python, with the moments when a thread acquires the GIL (a) and
/// releases it (r).
public final class PythonRunAndWait implements Experiment {
  @Override
  public String id() {
    return "run-and-wait-python";
  }

  @Override
  public List<Parameter> parameters() {
    return List.of(
        new Parameter.Count("wait", 20, 1, 1_000, "ms for one wait"),
        new Parameter.Count("work", 10, 1, 100, "thousand numbers in one computation"));
  }

  @Override
  public RunPlan plan() {
    return RunPlan.once(); // the script measures several rounds
  }

  @Override
  public List<Chart> charts() {
    return List.of(
        new Chart.Timeline("Two jobs in Python by one thread and by two"),
        new Chart.Bars("Time until both jobs are done", PairTimes.WALL, false));
  }

  @Override
  public void run(Parameters with, Recorder record) throws IOException, InterruptedException {
    var wait = Integer.toString(with.count("wait"));
    var work = with.count("work") + "000";
    for (var line : PythonScript.run(RunAndWait.class, "run_and_wait.py", record, wait, work)) {
      var cells = line.split("\t");
      switch (cells[0]) {
        case "time" -> {
          record.sample(PairTimes.WALL, "ms", cells[1], Double.parseDouble(cells[2]));
          record.sample(PairTimes.CPU, "ms", cells[1], Double.parseDouble(cells[3]));
        }
        case "span" ->
            record.span(cells[1], cells[2], Long.parseLong(cells[3]), Long.parseLong(cells[4]));
        case "cores" -> PairTimes.recordCores(Integer.parseInt(cells[1]), record);
        case "drawing" -> record.said(cells[1], cells[2]);
        default -> record.fact("interpreter", cells[1]);
      }
    }
  }

  @Override
  public Findings findings(Parameters with, Observations seen) {
    var waits = 2 * RunAndWait.WAITS * with.count("wait");
    var quickest = seen.samples(PairTimes.WALL, "wait" + PairTimes.ONE).map(all -> all.quantile(0));
    if (quickest.isEmpty()) {
      return Findings.cannotTell("There is no Python here: install python3, then run it again.");
    }
    return PairTimes.answer(seen)
        .claim(
            "One thread does one wait after the other.",
            quickest.get() >= waits,
            "waits of %,d ms took %,.0f ms at least".formatted(waits, quickest.get()));
  }
}
