package workbook;

import java.util.Optional;

/// An experiment that runs scenarios on real threads, again and again.
public interface StressExperiment extends Experiment {
  /// The settings with which it runs a scenario; empty when the scenario is none of its own.
  Optional<Parameters> settingsFor(Class<? extends Scenario> scenario);
}
