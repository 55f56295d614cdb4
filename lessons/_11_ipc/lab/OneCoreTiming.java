package _11_ipc.lab;

import _11_ipc.MechanismType;
import _11_ipc.SpinPair;
import _11_ipc.SpinPause;
import java.time.Duration;
import java.util.List;
import workbook.Chart;
import workbook.Experiment;
import workbook.Findings;
import workbook.Observations;
import workbook.Parameters;
import workbook.Recorder;
import workbook.RunPlan;
import workbook.process.JavaProcess;

/// Two processes wait for each other by looking again and again. What if they have only one core?
public final class OneCoreTiming implements Experiment {
  private static final int REPEATS = 5;

  @Override
  public String id() {
    return "one-core";
  }

  @Override
  public RunPlan plan() {
    return RunPlan.once().within(Duration.ofMinutes(5));
  }

  @Override
  public List<Chart> charts() {
    return List.of(
        new Chart.Bars("A round trip on all cores, and on one", OneCoreFindings.ROUND_TRIP, true));
  }

  @Override
  public void run(Parameters with, Recorder record) throws Exception {
    var missing = MechanismType.SHARED_MEMORY.mechanism().missing();
    if (missing.isPresent()) {
      record.note(missing.get());
      return;
    }
    for (var repeat = 0; repeat < REPEATS; repeat++) {
      for (var pause : SpinPause.values()) {
        measure(pause, record);
      }
      record.progress(repeat + 1, REPEATS);
    }
  }

  /// Each measurement has two JVMs of its own, so it needs no repeats of the run.
  private static void measure(SpinPause pause, Recorder record) throws Exception {
    var pair = JavaProcess.builder(SpinPair.class, pause.name());
    var pinned = Taskset.onOneCore(pair);
    if (pinned.isEmpty()) {
      record.note("There is no taskset here: nothing could be held to one core.");
      return;
    }
    if (Runtime.getRuntime().availableProcessors() > 1) {
      SpinPairTrial.sample(OneCoreFindings.apart(pause), pair, record);
    }
    SpinPairTrial.sample(OneCoreFindings.together(pause), pinned.get(), record);
  }

  @Override
  public Findings findings(Parameters with, Observations seen) {
    return OneCoreFindings.of(seen);
  }
}
