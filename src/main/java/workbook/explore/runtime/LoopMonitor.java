package workbook.explore.runtime;

/// The loops of one thread: whether it goes round in a circle, and whether it has gone round for so
/// long that others should have their turn.
///
/// A thread that is back at the head of a loop with the same values in its local variables, while
/// nothing that anybody shares has changed, will be back again: it spins. This is Brent's search
/// for a cycle: the state now is compared with one kept from before, which is replaced after 1, 2,
/// 4, … rounds. A loop of which that cannot be said may still never end, so now and then it gives
/// way.
final class LoopMonitor {
  /// Rounds after which the thread gives way, for the first time; then four times as many.
  private static final int ROUNDS = 100;

  private static final int GROWTH = 4;

  /// Looks at the clock from which on the thread seems to wait for time to pass.
  private static final int MANY_LOOKS = 50;

  /// Sleeps that do not last long, in a row.
  private static final int SLEEPS = 16;

  /// The same, where nothing in the loop can be seen by others. What it waits for may not be known
  /// to be shared yet.
  private static final int LOCAL_ROUNDS = 1000;

  private static final int MOST_ROUNDS = 1_000_000;

  /// Rounds with unchanged surroundings after which the thread's state is not looked at in each.
  private static final int CLOSE_LOOK = 64;

  private long kept;
  private long keptChanges = -1;
  private long keptClockReads;
  private long keptTime;
  private int sinceKept;
  private int keepFor;
  private long place;
  private int sincePlace;
  private int keepPlaceFor = 1;
  private boolean returns;
  private int unchangedRounds;
  private int rounds;
  private int localRounds;
  private int times = 1;
  private int stays = 1;
  private long locals;
  private long clockReads;
  private long longClockReads;

  /// How often it may still be asked to give way without doing so, because it was chosen to stay.
  private int patience;

  /// What one more round means.
  enum Round {
    /// Nothing in particular.
    ON,
    /// It gave others no turn for a long time.
    LONG,
    /// The same, and it made no step that others can see: it makes no difference when it goes on.
    LONG_ALONE,
    /// The state is one in which it was before, and nothing has changed since.
    SAME,
    /// The same, but time may have passed: the thread has looked at the clock.
    SAME_BUT_TIME
  }

  /// Whether the next round should tell the local variables.
  ///
  /// @param changes how many changes of shared state the execution has seen
  boolean wantsLocals(long changes) {
    locals = 0;
    unchangedRounds = changes == keptChanges ? unchangedRounds + 1 : 0;
    return unchangedRounds < CLOSE_LOOK || unchangedRounds % CLOSE_LOOK == 0;
  }

  /// Takes in the value of a local variable.
  void local(long value) {
    locals = Hashing.mix(locals, value);
  }

  /// The local variables taken in since [#wantsLocals].
  long locals() {
    return locals;
  }

  /// Notes one more round.
  ///
  /// @param shared whether the thread made a step since the last one that others can see
  Round round(boolean shared) {
    if (shared) {
      localRounds = 0;
    } else {
      localRounds++;
    }
    rounds++;
    var alone = localRounds == rounds;
    if (rounds < Math.min(MOST_ROUNDS, times * (alone ? LOCAL_ROUNDS : ROUNDS))) {
      return Round.ON;
    }
    return alone ? Round.LONG_ALONE : Round.LONG;
  }

  /// Notes the state at the head of a loop.
  ///
  /// @param now the time on the clock
  Round state(long state, long changes, long now) {
    returns |= state == place;
    if (++sincePlace >= keepPlaceFor) {
      place = state;
      sincePlace = 0;
      keepPlaceFor *= 2;
    }
    var looked = clockReads != keptClockReads;
    if (keptChanges != changes || looked && keptTime != now) {
      keep(state, changes, now);
      keepFor = 1;
      return Round.ON;
    }
    if (state == kept) {
      return looked ? Round.SAME_BUT_TIME : Round.SAME;
    }
    if (++sinceKept == keepFor) {
      keep(state, changes, now);
      keepFor *= 2;
    }
    return Round.ON;
  }

  private void keep(long state, long changes, long now) {
    kept = state;
    keptChanges = changes;
    keptClockReads = clockReads;
    keptTime = now;
    sinceKept = 0;
  }

  /// Whether the thread was more than once at the same place with the same values in its local
  /// variables, as in `while (true)`: no counter of its own will end that loop.
  boolean returns() {
    return returns;
  }

  /// Forgets the states: something happened that need not happen again.
  void forget() {
    keptChanges = -1;
  }

  /// Notes that the thread looked at the clock.
  void readClock() {
    clockReads++;
  }

  /// Notes that the thread is asked to give way: next time it may go on for longer.
  ///
  /// @param looks whether it looks at the clock meanwhile, so that time will end the loop
  void longLoop(boolean looks) {
    rounds = 0;
    localRounds = 0;
    longClockReads = looks ? clockReads : longClockReads;
    times = looks ? times : Math.min(GROWTH * times, MOST_ROUNDS / ROUNDS);
  }

  /// Whether the thread looked at the clock again and again since it was last asked to give way. A
  /// look now and then tells nothing: whoever works for long may do so.
  boolean looksAtClock() {
    return clockReads - longClockReads >= MANY_LOOKS;
  }

  /// Notes that the thread was chosen to stay where others should have their turn. It is not asked
  /// again for a while.
  ///
  /// @param asleep whether it slept, and did not do so for long
  void stays(boolean asleep) {
    patience = asleep ? SLEEPS * stays * stays : 2 * ROUNDS * stays;
    stays = Math.min(GROWTH * stays, 1_000);
  }

  /// Whether the thread was chosen to stay, and still does.
  boolean patient() {
    if (patience == 0) {
      return false;
    }
    patience--;
    return true;
  }

  /// How long the thread may go on before it gives way.
  int allowance() {
    return times + 31 * stays + 1009 * patience;
  }

  /// Notes that another thread runs.
  void left() {
    patience = 0;
    rounds = 0;
    localRounds = 0;
  }
}
