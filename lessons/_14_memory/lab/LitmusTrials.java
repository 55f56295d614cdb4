package _14_memory.lab;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import workbook.Chart;
import workbook.Experiment;
import workbook.Findings;
import workbook.Observations;
import workbook.Parameter;
import workbook.Parameters;
import workbook.Recorder;
import workbook.RunPlan;

/// A litmus test in several variants, each run very often on real threads; and beside what came
/// out, what the explorer finds.
abstract class LitmusTrials implements Experiment {
  static final String TRIALS = "trials";

  abstract List<LitmusVariant> variants(Parameters with);

  /// What can be chosen beside the number of trials.
  List<Parameter> choices() {
    return List.of();
  }

  /// @param table everything was explored
  abstract Findings answer(LitmusTable table);

  @Override
  public final List<Parameter> parameters() {
    var all = new ArrayList<>(choices());
    all.add(new Parameter.Count(TRIALS, 100_000, 100, 1_000_000_000, "trials of each program"));
    return all;
  }

  @Override
  public final RunPlan plan() {
    return RunPlan.once().within(Duration.ofHours(1));
  }

  @Override
  public final List<Chart> charts() {
    return List.of(new Chart.Outcomes("How the trials ended"));
  }

  @Override
  public final void run(Parameters with, Recorder record) throws Exception {
    var machine = LitmusMachine.here();
    record.fact("architecture", machine.architecture());
    machine.notes().forEach(record::note);
    for (var variant : variants(with)) {
      var found = explored(variant, record);
      var counts = LitmusRun.count(variant.fresh(), with.count(TRIALS));
      variant.record(found, counts, record);
    }
  }

  /// Which outcomes some schedule has. Records it, unless the explorer cannot tell.
  private static List<String> explored(LitmusVariant variant, Recorder record) {
    try {
      var found = variant.explored();
      record.fact(LitmusTable.FOUND_IN + variant.name(), String.join(LitmusTable.SEPARATOR, found));
      return found;
    } catch (IllegalStateException cannotTell) {
      record.note("The explorer, on %s: %s.".formatted(variant.name(), cannotTell.getMessage()));
      return List.of();
    }
  }

  @Override
  public final Findings findings(Parameters with, Observations seen) {
    var table = new LitmusTable(variants(with), seen);
    return table.withClaims(
        table.allExplored()
            ? answer(table)
            : Findings.cannotTell("The explorer had too little time. Run it again."));
  }
}
