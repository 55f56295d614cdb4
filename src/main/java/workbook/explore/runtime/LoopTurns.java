package workbook.explore.runtime;

/// Lets others go first where the running thread waits by looking: where it gives a hint, and in
/// loops that go round in a circle or for long.
final class LoopTurns {
  private final Execution execution;
  private final Scheduler scheduler;
  private final Changes changes;
  private final ClockSpinners spinners;

  LoopTurns(Execution execution, Scheduler scheduler, Changes changes, ClockSpinners spinners) {
    this.execution = execution;
    this.scheduler = scheduler;
    this.changes = changes;
    this.spinners = spinners;
  }

  /// A hint that others may go first. In the default schedule they do; to stay costs one.
  void yieldNow() {
    var me = scheduler.currentThread();
    execution.mustGoOn();
    if (scheduler.inAtomic()) {
      return;
    }
    execution.approximates();
    if (me.loops.patient()) {
      scheduler.decisionPoint();
      return;
    }
    giveWay(true);
  }

  /// A decision in which to stay is the exception.
  ///
  /// @param mayStay whether it makes a difference
  private void giveWay(boolean mayStay) {
    var me = scheduler.currentThread();
    me.history =
        Hashing.mix(me.history, 2); // or an endless loop would look like a state met before
    execution.counter.step();
    me.moved(changes.count(scheduler.threads(), me));
    me.givesWay = true;
    me.mayStay = mayStay;
    scheduler.switchThread(true);
    me.history = Hashing.mix(me.history, 4); // or its next decision would look like this one
  }

  /// Whether the running thread's state at the head of a loop is of interest.
  boolean wantsLocals() {
    var me = scheduler.currentThread();
    return !scheduler.inAtomic() && me.loops.wantsLocals(changes.count());
  }

  /// The running thread begins one more round of a loop.
  void round() {
    var me = scheduler.currentThread();
    if (scheduler.inAtomic()) {
      return;
    }
    var shared = me.moves != me.movesAtHead;
    me.movesAtHead = me.moves;
    var round = me.loops.round(shared);
    if (round == LoopMonitor.Round.ON) {
      return;
    }
    if (me.loops.looksAtClock() || round == LoopMonitor.Round.LONG_ALONE && !isAlone()) {
      execution.approximates();
    }
    me.loops.longLoop(spinners.ranLong(scheduler.threads(), me, changes.count()));
    me.ranLong = true;
    giveWay(round == LoopMonitor.Round.LONG);
    me.movesAtHead = me.moves;
  }

  /// Whether no other thread can run.
  private boolean isAlone() {
    var me = scheduler.currentThread();
    for (var thread : scheduler.threads()) {
      if (thread != me && !thread.finished && thread.ready()) {
        return false;
      }
    }
    return true;
  }

  /// The running thread is at the head of a loop.
  ///
  /// @param loop the loop and the call of its method
  void atHead(long loop) {
    var me = scheduler.currentThread();
    me.position = Hashing.mix(loop, me.loops.locals());
    var round = me.loops.state(me.position, changes.count(), execution.clock.now());
    if (round == LoopMonitor.Round.SAME) {
      spin(false);
    } else if (round == LoopMonitor.Round.SAME_BUT_TIME && me.loops.patient()) {
      execution.approximates();
      spinners.letTimePass(scheduler.threads(), me);
    } else if (round == LoopMonitor.Round.SAME_BUT_TIME) {
      spin(true);
    }
  }

  /// The running thread goes round in a circle: nothing is lost if it does not run until something
  /// changes.
  ///
  /// @param looksAtClock whether time would be a change, too
  private void spin(boolean looksAtClock) {
    var me = scheduler.currentThread();
    execution.approximates();
    me.spinsAt = changes.count();
    me.awaitsClock = looksAtClock;
    me.history = Hashing.mix(me.history, 3);
    execution.counter.step();
    scheduler.switchThread(true);
    me.history = Hashing.mix(me.history, 4);
  }
}
