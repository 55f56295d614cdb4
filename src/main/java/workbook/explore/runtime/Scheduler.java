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

  private final Execution execution;
  private final SchedulingStrategy strategy;
  private final Fiber.Factory fibers;
  private final EnabledActions actions = new EnabledActions();
  private final List<LogicalThread> threads = new ArrayList<>();
  private LogicalThread current;
  private long changes;
  private int rareEvents;

  /// How many reasons there are now that no other thread may run.
  private int atomicDepth;

  Scheduler(Execution execution, SchedulingStrategy strategy, Fiber.Factory fibers) {
    this.execution = execution;
    this.strategy = strategy;
    this.fibers = fibers;
  }

  /// Runs the program until the execution ends. Leaves no fiber behind.
  void run(Runnable program) {
    try {
      current = spawn("main", null, program);
      while (!execution.ended()) {
        var running = current;
        running.fiber.resume();
        if (!execution.ended() && running.finished) {
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
    if (execution.listener != null) {
      execution.listener.threadStarted(thread);
    }
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
    } catch (Throwable thrown) {
      if (!execution.ended()) {
        thread.finished = true;
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
    switchThread(true);
    current.ranCodeUnderTest = false;
    current.history = Hashing.mix(current.history, 1);
  }

  /// Lets the others that can run go first.
  void yieldNow() {
    execution.mustGoOn();
    if (atomicDepth > 0) {
      return;
    }
    current.yieldedAt = changes;
    current.history =
        Hashing.mix(current.history, 2); // or an endless loop would look like a state met before
    current.loops.yielded();
    execution.counter.step();
    switchThread(true);
  }

  /// Notes one more iteration of a loop of the running thread. A thread that only reads, and sees
  /// no change, yields.
  void loopIteration() {
    if (current.loops.iteration(changes)) {
      yieldNow();
    }
  }

  /// Waits until the condition holds, the deadline passes or an interrupt comes.
  WakeReason await(WaitCondition condition) {
    execution.mustGoOn();
    var me = current;
    if (condition.ready().getAsBoolean()) {
      return WakeReason.READY;
    }
    if (condition.interruptible() && me.interrupted) {
      return WakeReason.INTERRUPTED;
    }
    if (execution.clock.hasReached(condition.deadline())) {
      return WakeReason.TIMED_OUT;
    }
    if (atomicDepth > 0) {
      execution.refuseToWait();
    }
    execution.counter.step(); // or waiting with a time-out, again and again, could go on for ever
    me.waitCondition = condition;
    reportBlocked(me);
    switchThread(false);
    me.waitCondition = null;
    me.history = Hashing.mix(me.history, me.wakeReason.ordinal());
    if (me.wakeReason == WakeReason.TIMED_OUT) {
      execution.clock.advanceTo(condition.deadline(), me);
    }
    stateChanged();
    return me.wakeReason;
  }

  private void reportBlocked(LogicalThread thread) {
    if (execution.listener != null) {
      thread.waitsAt = execution.listener.locationOf(thread);
      thread.idle = thread.waitsAt.isEmpty() && thread != threads.getFirst();
      execution.listener.blocked(thread, ResultExplainer.fact(execution, thread));
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
    current.history = Hashing.mix(current.history, value);
    if (cost > 0 && value >= free) {
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
  private void switchThread(boolean canGoOn) {
    actions.list(threads, canGoOn ? current : null, changes);
    if (actions.isEmpty()) {
      execution.end(ResultExplainer.stuck(execution));
      return;
    }
    var option = actions.size() == 1 ? 0 : strategy.choose(execution, actions);
    if (option < 0) {
      execution.end(stopped(option));
      return;
    }
    var before = current;
    var next = actions.thread(option);
    next.wakeReason = actions.wakeReason(option);
    if (next.wakeReason == WakeReason.SPURIOUS || next.wakeReason == WakeReason.TIMED_OUT) {
      rareEvents += actions.cost(option);
    }
    if (execution.listener != null) {
      execution.listener.scheduled(before, next, next.wakeReason, canGoOn && next != before);
    }
    if (next == before && canGoOn) {
      return;
    }
    next.loops.scheduled();
    current = next;
    if (next != before && !before.finished) {
      before.fiber.pause();
    }
  }

  /// Notes a change that another thread may be waiting to see.
  void stateChanged() {
    changes++;
  }

  /// From here on, no other thread runs.
  void enterAtomic() {
    atomicDepth++;
  }

  void exitAtomic() {
    atomicDepth--;
  }

  int rareEvents() {
    return rareEvents;
  }

  long fingerprint() {
    return Fingerprint.of(threads, current, changes);
  }
}
