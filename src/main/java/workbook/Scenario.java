package workbook;

import java.util.List;

/// A small concurrent program whose every schedule can be explored: fresh shared state, one body
/// for each thread, and what must hold when all have ended.
public interface Scenario {
  /// What the threads do, one body each. Called once for each fresh scenario.
  List<Body> bodies();

  /// What must hold after every body has ended. Runs on the main thread.
  ///
  /// @throws AssertionError when it does not hold
  /// @throws Exception likewise
  default void check() throws Exception {}

  /// What one thread does. An exception is a failure of the scenario.
  @FunctionalInterface
  interface Body {
    void run() throws Exception;
  }

  /// A scenario a learner can ask for.
  ///
  /// @param id the name after the lesson's, for example `lost-update` or `lost-update-mended`
  /// @param says what the code tries to do, one line
  /// @param type its class, with a public no-argument constructor; the explorer loads it afresh
  record Named(String id, String says, Class<? extends Scenario> type) {}
}
