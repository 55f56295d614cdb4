package workbook.explore.search;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import workbook.explore.runtime.CodeLocation;
import workbook.explore.runtime.EnabledActions;
import workbook.explore.runtime.ExecutedStep;
import workbook.explore.runtime.Execution;
import workbook.explore.runtime.SchedulingStrategy;
import workbook.explore.runtime.StepLog;
import workbook.explore.runtime.WakeReason;

/// Goes through all orders of steps that depend on each other, most of them once, without any bound
/// on preemptions.
///
/// This is dynamic partial-order reduction with source sets and sleep sets (Abdulla, Aronis,
/// Jonsson, Sagonas: Optimal Dynamic Partial Order Reduction, POPL 2014). Where two steps of an
/// execution race, a later execution runs what leads to the second of them before the first. Steps
/// that race with nothing are never moved.
final class SourceSetStrategy implements SchedulingStrategy {
  private final List<OrderDecision> decisions = new ArrayList<>();

  /// How many of them the execution has come to.
  private int depth;

  private StepLog log = new StepLog();

  /// The first step of the last execution that no execution before it had.
  private int firstNewStep;

  private boolean unsuited;

  /// Begins a new execution.
  ///
  /// @param steps will be those of the execution
  void begin(StepLog steps) {
    log = steps;
    depth = 0;
  }

  /// Whether the program does what this strategy has no account of: it waits for time to pass, or
  /// it may wake up for no reason, or spins.
  boolean unsuited() {
    return unsuited || log.incomplete();
  }

  @Override
  public int choose(Execution execution, EnabledActions actions) {
    var place = execution.currentThread().site();
    if (unsuited() || hasRareEvents(actions)) {
      unsuited = true;
      return PRUNE;
    }
    if (depth < decisions.size()) {
      var decision = decisions.get(depth++);
      return decision.isSame(actions, place) ? decision.chosen() : DIVERGED;
    }
    var aboutThreads = actions.thread(0) != null;
    var decision = new OrderDecision(actions, log.size() - (aboutThreads ? 0 : 1), place);
    if (aboutThreads) {
      var before = lastAboutThreads();
      if (before != null) {
        decision.inherit(before, log.get(before.step()).uses());
      }
      if (!decision.chooseFirst()) {
        return PRUNE;
      }
    }
    decisions.add(decision);
    depth++;
    return decision.chosen();
  }

  private static boolean hasRareEvents(EnabledActions actions) {
    for (var option = 0; option < actions.size(); option++) {
      var reason = actions.wakeReason(option);
      if (reason == WakeReason.TIMED_OUT || reason == WakeReason.SPURIOUS) {
        return true;
      }
    }
    return false;
  }

  private OrderDecision lastAboutThreads() {
    for (var i = decisions.size() - 1; i >= 0; i--) {
      if (decisions.get(i).isAboutThreads()) {
        return decisions.get(i);
      }
    }
    return null;
  }

  /// Turns to the next order, after an execution; false when there is none.
  boolean next() {
    reverseRaces();
    while (!decisions.isEmpty()) {
      var last = decisions.getLast();
      var uses = log.get(last.step()).uses();
      if (!last.isAboutThreads()) {
        askedFor(last).learnUses(uses);
      }
      if (last.turn(uses)) {
        firstNewStep = last.step();
        return true;
      }
      decisions.removeLast();
    }
    return false;
  }

  /// Which part of all orders is done, as far as is known by now; from 0 to 1.
  double done() {
    var done = 0.0;
    var weight = 1.0;
    for (var decision : decisions) {
      weight /= decision.known();
      done += weight * decision.tried();
    }
    return done;
  }

  /// The decision with which the step began that asked for a value; a new one that nobody uses for
  /// the first step of all.
  private OrderDecision askedFor(OrderDecision value) {
    for (var i = decisions.size() - 1; i >= 0; i--) {
      var decision = decisions.get(i);
      if (decision.isAboutThreads()) {
        return decision;
      }
    }
    return value;
  }

  private void reverseRaces() {
    var decisionOf = new OrderDecision[log.size() + 1];
    for (var decision : decisions) {
      if (decision.isAboutThreads()) {
        decisionOf[decision.step()] = decision;
      }
    }
    for (var i = firstNewStep; i < log.size(); i++) {
      var step = log.get(i);
      for (var earlier : step.races()) {
        reverse(earlier, i, step, decisionOf);
      }
    }
    for (var waiting : log.waitingForLocks()) {
      if (waiting.last().couldOutrun(waiting.taking())) {
        reverse(waiting.taking(), log.size(), waiting.last(), decisionOf);
      }
    }
  }

  /// Has one of those run before the earlier step that lead to the later one without it.
  ///
  /// @param end the index after the last step that may lead there
  private void reverse(
      ExecutedStep earlier, int end, ExecutedStep later, OrderDecision[] decisionOf) {
    var decision = decisionOf[earlier.index()];
    if (decision == null) {
      return;
    }
    var between = new ArrayList<ExecutedStep>();
    for (var i = earlier.index() + 1; i < end; i++) {
      if (!earlier.isBefore(log.get(i))) {
        between.add(log.get(i));
      }
    }
    if (!between.contains(later) && later.index() > earlier.index()) {
      between.add(later);
    }
    var first = new BitSet();
    var seen = new BitSet();
    for (var step : between) {
      var thread = step.thread().id();
      if (!seen.get(thread)) {
        seen.set(thread);
        first.set(thread, between.stream().noneMatch(other -> leadsTo(other, step)));
      }
    }
    var thread = later.thread().id();
    if (!seen.get(thread)) {
      first.set(thread);
    }
    decision.mustTry(first, thread);
  }

  private static boolean leadsTo(ExecutedStep one, ExecutedStep other) {
    return one.index() < other.index() && one.isBefore(other);
  }

  /// Where the last execution should have gone on as the one before it, and ended; null when it
  /// went as far.
  CodeLocation endedBefore() {
    return depth < decisions.size() ? decisions.get(depth).place() : null;
  }
}
