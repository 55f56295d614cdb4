package workbook.run;

import java.time.Duration;

/// Where an experiment runs.
interface RunEnvironment {
  /// How often what was observed is moved out of the log, so that a killed run loses no more than
  /// was seen in this time.
  Duration PULSE = Duration.ofMillis(100);

  /// Runs the experiment. Blocks until it has ended and its threads and processes are gone, or,
  /// where they cannot be ended by force, until it has been given up.
  ///
  /// @param seen takes what was observed
  Termination execute(ObservationsBuilder seen, ProgressListener listener)
      throws InterruptedException;

  /// Asks the experiment to end, before or while it goes on. Returns at once.
  void stop();
}
