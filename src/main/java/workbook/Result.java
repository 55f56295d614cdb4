package workbook;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// One run of an experiment and all that is needed to judge it.
///
/// @param experiment `lesson/experiment`, for example `races/lost-updates`
/// @param title the experiment's headline
/// @param prediction what the learner guessed; empty when nobody was asked
/// @param ending how the run ended
/// @param trouble what went wrong, as a sentence; empty when nothing did
public record Result(
    String experiment,
    String title,
    Parameters parameters,
    Machine machine,
    Instant started,
    Duration took,
    Optional<String> prediction,
    Observations observations,
    Ending ending,
    String trouble) {
  /// How a run ended.
  public enum Ending {
    /// It ran to its end.
    COMPLETE,
    /// The learner stopped it; what it had observed is kept.
    CANCELLED,
    /// It reached its time limit and was stopped; what it had observed is kept.
    OVERRAN,
    /// It threw an exception or its JVM died; what it had observed is kept.
    FAILED
  }

  /// This result under another headline.
  public Result titled(String title) {
    return new Result(
        experiment,
        title,
        parameters,
        machine,
        started,
        took,
        prediction,
        observations,
        ending,
        trouble);
  }

  public Result predicted(String guess) {
    return new Result(
        experiment,
        title,
        parameters,
        machine,
        started,
        took,
        Optional.of(guess),
        observations,
        ending,
        trouble);
  }

  /// Whether the run came to its end and every claim held.
  public boolean good() {
    return ending == Ending.COMPLETE && observations.everyClaimHeld();
  }
}
