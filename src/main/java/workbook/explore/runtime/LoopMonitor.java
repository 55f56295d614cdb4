package workbook.explore.runtime;

/// The loops of one thread: how often it went round, and whether it saw anything change.
///
/// The scheduler gives the others a turn when a thread only looks, so that it can see what it waits
/// for.
final class LoopMonitor {
  /// Rounds a thread may loop before others get a turn, and rounds in which it sees no change.
  private static final int PATIENCE = 100;

  private static final int IDLE_PATIENCE = 3;

  /// Rounds in which it touches nothing known to be shared. What it waits for may not be known yet.
  private static final int QUIET_PATIENCE = 1000;

  private int rounds;
  private int idleRounds;
  private int quietRounds;
  private long effectsSeen;
  private boolean looked;

  /// Notes that it read something shared.
  void look() {
    looked = true;
  }

  /// Notes one more round.
  ///
  /// @param effects how many changes the run has seen
  /// @return whether the thread has to give way now
  boolean round(long effects) {
    if (!looked) {
      return ++quietRounds % QUIET_PATIENCE == 0 && quietRounds <= 3 * QUIET_PATIENCE;
    }
    looked = false;
    rounds++;
    idleRounds = effectsSeen == effects ? idleRounds + 1 : 0;
    effectsSeen = effects;
    return rounds > PATIENCE || idleRounds >= IDLE_PATIENCE;
  }

  /// Notes that the others are asked to go first.
  void giveWay() {
    rounds = 0;
    idleRounds = 0;
  }

  /// Notes that it was chosen.
  void goOn() {
    rounds = 0;
  }
}
