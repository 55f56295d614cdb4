package _03_races.lab;

import static workbook.Outcome.Expectation.FORBIDDEN;
import static workbook.Outcome.Expectation.INTERESTING;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import workbook.Chart;
import workbook.Findings;
import workbook.Observations;
import workbook.Parameter;
import workbook.Parameters;
import workbook.Recorder;
import workbook.RunPlan;
import workbook.Scenario;
import workbook.StressExperiment;

/// A broken program and its mended neighbour, run very often on real threads and explored schedule
/// by schedule. A lesson makes it its own by naming its scenarios.
public abstract class StressOrExplore implements StressExperiment {
  private final List<StressPair> pairs;

  /// @param pairs at least one; the first is taken when the learner chooses none
  protected StressOrExplore(StressPair... pairs) {
    this.pairs = List.of(pairs);
  }

  @Override
  public final String id() {
    return "stress-or-explore";
  }

  @Override
  public final List<Parameter> parameters() {
    return List.of(
        new Parameter.Choice("scenario", pairs.stream().map(StressPair::id).toList()),
        new Parameter.Count("runs", 100_000, 1, 10_000_000, "runs on real threads"));
  }

  @Override
  public final RunPlan plan() {
    return RunPlan.once().within(Duration.ofMinutes(15));
  }

  @Override
  public final List<Chart> charts() {
    return List.of(new Chart.Outcomes("What the real threads did"));
  }

  @Override
  public final void run(Parameters with, Recorder record) throws Exception {
    var id = with.choice("scenario");
    var pair = pairs.stream().filter(each -> each.id().equals(id)).findFirst().orElseThrow();
    StressRun.stress("broken", pair.broken(), INTERESTING, with.count("runs"), record);
    StressRun.stress("mended", pair.mended(), FORBIDDEN, with.count("runs"), record);
    record.fact(StressFindings.EXPLORED_BROKEN, StressRun.explored(pair.broken()));
    record.fact(StressFindings.EXPLORED_MENDED, StressRun.explored(pair.mended()));
  }

  @Override
  public final Findings findings(Parameters with, Observations seen) {
    return StressFindings.of(seen);
  }

  @Override
  public final Optional<Parameters> settingsFor(Class<? extends Scenario> scenario) {
    return pairs.stream()
        .filter(pair -> pair.broken().equals(scenario) || pair.mended().equals(scenario))
        .map(pair -> Parameters.of(parameters(), Map.of("scenario", pair.id())))
        .findFirst();
  }
}
