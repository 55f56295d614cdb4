package workbook.explore.runtime;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/// The threads of one execution, and which of them runs: one at a time.
///
/// A thread gives control back in two ways: at a [#decisionPoint], where it could go on but another
/// may be chosen, and in [#await], where it cannot. Both list the [EnabledActions] and ask the
/// [SchedulingStrategy].
final class Scheduler {
  /// Each thread knows what it learned from each other: more would take seconds for one execution.
  private static final int MOST_THREADS = 1_000;

  private static final int MOST_TIMEOUTS = 100;

  private final Execution execution;
  private final SchedulingStrategy strategy;
  private final Fiber.Factory fibers;
  private final SchedulerReports reports;
  private final EnabledActions actions = new EnabledActions();
  private final List<LogicalThread> threads = new ArrayList<>();
  private final ClockSpinners spinners;
  final LoopTurns loops;
  private LogicalThread current;
  private final Changes changes = new Changes();
  private int rareEvents;
  private int switches;

  /// How many time-outs there were in a row, without a step of the code under test.
  private int timeouts;

  /// How many reasons there are now that no other thread may run.
  private int atomicDepth;

  Scheduler(Execution execution, SchedulingStrategy strategy, Fiber.Factory fibers) {
    this.execution = execution;
    this.strategy = strategy;
    this.fibers = fibers;
    this.reports = new SchedulerReports(execution);
    spinners = new ClockSpinners(execution.clock);
    loops = new LoopTurns(execution, this, changes, spinners);
  }

  /// Runs the program until the execution ends. Leaves no fiber behind.
  void run(Runnable program) {
    try {
      current = spawn("main", null, program);
      if (execution.log != null) {
        execution.log.begin(current);
      }
      while (!execution.ended()) {
        var running = current;
        running.fiber.resume();
        if (!execution.ended() && running.finished) {
          execution.counter.threadEnded(onlyDaemonsLeft());
          stateChanged();
          switchThread(false);
        }
      }
    } finally {
      for (var thread : threads) {
        if (thread.fiber != null && !thread.fiber.done()) {
          thread.fiber.abandon();
        }
      }
    }
  }

  LogicalThread currentThread() {
    return current;
  }

  List<LogicalThread> threads() {
    return Collections.unmodifiableList(threads);
  }

  /// Starts a thread; it runs when it is chosen.
  ///
  /// @param name how reports call it; empty for a number
  LogicalThread spawn(String name, Object threadObject, Runnable code) {
    execution.mustGoOn();
    var id = threads.size();
    if (id == MOST_THREADS) {
      var limit = "%,d threads".formatted(MOST_THREADS);
      execution.end(ResultExplainer.tooLong(execution, limit, current.site));
    }
    var thread = new LogicalThread(id, name.isEmpty() ? "virtual-" + id : name, threadObject);
    if (current != null) {
      thread.inherit(current);
    }
    thread.fiber = fibers.create(() -> execute(thread, code));
    threads.add(thread);
    reports.started(thread);
    stateChanged();
    return thread;
  }

  private void execute(LogicalThread thread, Runnable code) {
    try {
      code.run();
      execution.mustGoOn();
      if (execution.shared.contains(LogicalThread.LIFE)) {
        decisionPoint();
      }
      execution.publishEnd(thread);
      thread.finished = true;
      reports.ended(thread);
    } catch (Throwable thrown) {
      if (!execution.ended()) {
        thread.finished = true;
        thread.thrown = thrown;
        reports.ended(thread);
        execution.threw(thread, thrown);
      }
    }
  }

  /// A place where another thread may be chosen instead of the running one.
  void decisionPoint() {
    execution.mustGoOn();
    if (atomicDepth > 0) {
      return;
    }
    execution.counter.step();
    current.moved(changes.count(threads, current));
    switchThread(true);
    current.history = Hashing.mix(current.history, 1);
  }

  /// A place before the running thread takes a lock, where another may be chosen instead. It is not
  /// chosen again before the lock is free: all it could do is wait.
  ///
  /// @param free waits for the lock
  void lockPoint(WaitCondition free) {
    if (execution.shared.contains(LogicalThread.LIFE)) {
      decisionPoint(); // somebody may look whether it waits
      return;
    }
    execution.mustGoOn();
    if (atomicDepth > 0 || !free.ready().getAsBoolean()) {
      return; // to wait is a decision, too
    }
    var me = current;
    execution.counter.step();
    me.moved(changes.count(threads, me));
    me.beforeLock = true;
    me.awaitedLock = lockOf(free);
    me.lock = free;
    reports.beforeLock(me);
    switchThread(true);
    me.beforeLock = false;
    me.lock = null;
    me.waitCondition = null;
  }

  private MemoryLocation lockOf(WaitCondition wait) {
    var locks = execution.log != null && wait.kind() == WaitCondition.Kind.LOCK;
    return locks ? execution.memory.whole(wait.on()) : null;
  }

  /// Waits until the condition holds, the deadline passes or an interrupt comes.
  WakeReason await(WaitCondition condition) {
    execution.mustGoOn();
    var me = current;
    if (atomicDepth > 0) {
      execution.approximates(); // in another schedule it would have to wait here, and could not
    }
    if (condition.ready().getAsBoolean()) {
      hasWaited(condition, WakeReason.READY, false);
      return WakeReason.READY;
    }
    if (condition.interruptible() && looksForInterrupt(me)) {
      return WakeReason.INTERRUPTED;
    }
    if (execution.clock.hasReached(condition.deadline())) {
      return WakeReason.TIMED_OUT;
    }
    if (atomicDepth > 0) {
      execution.refuseToWait();
    }
    execution.counter.step(); // or waiting with a time-out, again and again, could go on for ever
    me.moved(changes.count());
    me.waitCondition = condition;
    me.awaitedLock = lockOf(condition);
    reports.blocked(me);
    switchThread(false);
    me.waitCondition = null;
    hasWaited(condition, me.wakeReason, true);
    if (me.wakeReason == WakeReason.TIMED_OUT) {
      execution.clock.advanceTo(condition.deadline(), me);
      me.ranSinceTimeout = false;
      ClockSpinners.timePassed(threads);
    }
    if (me.wakeReason == WakeReason.SPURIOUS) {
      me.loops.forget();
    }
    return me.wakeReason;
  }

  /// Whether the thread has been interrupted, which it asks about when it is about to wait.
  boolean looksForInterrupt(LogicalThread me) {
    if (execution.log != null && me.threadObject() != null) {
      execution.memory.whole(me.threadObject()).markSeen(me);
    }
    return me.interrupted;
  }

  /// Enters that a thread has waited into its past. Whoever takes a lock can't tell.
  private void hasWaited(WaitCondition condition, WakeReason reason, boolean really) {
    if (condition.kind() == WaitCondition.Kind.LOCK && reason == WakeReason.READY) {
      current.history = Hashing.mix(current.history, 1);
    } else if (really) {
      current.history = Hashing.mix(current.history, reason.ordinal());
    }
  }

  /// Chooses one of `count` equally good values; free of charge.
  int chooseValue(int count) {
    return chooseValue(count, 0);
  }

  /// Chooses a value: 0 is the default, each other one costs `cost`.
  int chooseValue(int count, int cost) {
    return chooseValue(count, 1, cost);
  }

  /// Chooses a value: the first ones are free, each other one costs `cost`.
  int chooseValue(int count, int free, int cost) {
    if (count == 1) {
      return 0;
    }
    actions.listValues(count, free, cost);
    var value = strategy.choose(execution, actions);
    if (value < 0) {
      execution.end(stopped(value));
    }
    current.history = Hashing.mix(current.history, value + 1); // 0 and 0 would be 0, as if unasked
    if (value > 0) {
      current.loops.forget();
    }
    if (cost > 0 && value >= free) {
      changes.oldValue();
      rareEvents++;
    }
    return value;
  }

  /// Chooses the order of an immutable collection. What the thread learns from it is noted by its
  /// caller, because a thread that only finds the choice made learns the same.
  int chooseOrder(int count) {
    var before = current.history;
    var order = chooseValue(count, 2, 1);
    current.history = before;
    return order;
  }

  private ExecutionResult stopped(int answer) {
    return answer == SchedulingStrategy.PRUNE
        ? new ExecutionResult.Pruned()
        : ResultExplainer.diverged(current.site);
  }

  /// Asks which thread goes on, and lets it.
  ///
  /// @param canGoOn whether the running thread could
  void switchThread(boolean canGoOn) {
    var seen = canGoOn ? changes.count(threads, current) : changes.count();
    actions.list(threads, current, canGoOn, seen);
    if (!actions.someoneReady() && spinners.letTimePass(threads, seen)) {
      actions.list(threads, current, canGoOn, seen);
    }
    if (actions.isEmpty() || onlyWaitsAgain()) {
      reports.stuck();
      execution.end(ResultExplainer.stuck(execution));
      return;
    }
    var log = execution.log;
    if (log != null) {
      log.stepEnds(threads);
    }
    var option = actions.size() == 1 && log == null ? 0 : strategy.choose(execution, actions);
    if (option < 0) {
      execution.end(stopped(option));
      return;
    }
    var before = current;
    var next = actions.thread(option);
    if (log != null) {
      log.begin(next);
    }
    next.wakeReason = actions.wakeReason(option);
    if (next.wakeReason == WakeReason.SPURIOUS || next.wakeReason == WakeReason.TIMED_OUT) {
      rareEvents += actions.cost(option);
    }
    reports.scheduled(before, next, canGoOn && next != before, actions.thread(0));
    if (next != before) {
      before.loops.left();
      switches++;
    }
    if (actions.cost(option) > 0 && staysInstead(before, next)) {
      next.loops.stays(next.wakeReason == WakeReason.TIMED_OUT);
    }
    before.givesWay = false;
    before.ranLong = false;
    if (next == before && canGoOn) {
      if (before.spins(seen)) {
        spinners.letTimePass(threads, before);
      }
      return;
    }
    current = next;
    if (next != before && before.lock != null) {
      before.waitCondition = before.lock;
      before.enabledBy = before.step;
    }
    if (next != before && !before.finished) {
      before.fiber.pause();
    }
  }

  /// Whether nothing happens any more but that library code waits until its time is up, and then
  /// waits again, as in `ExecutorService.close`.
  private boolean onlyWaitsAgain() {
    timeouts = actions.someoneGoesOn() ? 0 : timeouts + 1;
    return timeouts > MOST_TIMEOUTS;
  }

  /// The code under test runs.
  void codeRuns() {
    timeouts = 0;
  }

  /// Whether a JVM would end here, and all daemons with it.
  boolean onlyDaemonsLeft() {
    return threads.stream().allMatch(thread -> thread.finished || thread.daemon());
  }

  /// Whether a thread goes on that should have let others go first: at once, or because it does not
  /// sleep for long.
  private static boolean staysInstead(LogicalThread before, LogicalThread next) {
    return next.wakeReason == WakeReason.TIMED_OUT
        || next == before && next.wakeReason == WakeReason.READY;
  }

  /// Notes a change that another thread may be waiting to see.
  void stateChanged() {
    changes.note();
  }

  /// Notes a write.
  ///
  /// @param same whether it writes what is there already
  void wrote(boolean same) {
    changes.write(same);
  }

  /// Notes that the running thread is about to change an object, perhaps.
  void touch(Object object) {
    changes.touch(object);
  }

  boolean inAtomic() {
    return atomicDepth > 0;
  }

  /// From here on, no other thread runs.
  void enterAtomic() {
    atomicDepth++;
  }

  void exitAtomic() {
    atomicDepth--;
  }

  /// How often another thread has taken over.
  int switches() {
    return switches;
  }

  int rareEvents() {
    return rareEvents;
  }

  long fingerprint() {
    return Fingerprint.of(threads, current, changes.count(threads, current));
  }
}
