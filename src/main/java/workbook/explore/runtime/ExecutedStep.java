package workbook.explore.runtime;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// A step that a thread made: what it did from one decision point to its next.
///
/// Two steps depend on each other if they used one location and one of them changed it, or if one
/// let the other's thread go on. Steps that do not may change places, and nobody can tell.
public final class ExecutedStep {
  private final LogicalThread thread;
  private final int index;

  /// Which of its thread's steps it is, from 1.
  private final int ordinal;

  /// For each thread, how many of its steps come before this one whatever the schedule.
  private final VectorClock known;

  /// The same when the step began, and since it went on after it had waited.
  private final VectorClock knownBefore;

  /// The same at the end of its thread's step before: it may have waited since.
  private final VectorClock knownToThread;

  /// The earlier steps that it depends on, and could have come before.
  private final List<ExecutedStep> met = new ArrayList<>();

  /// The earlier steps in which others took a lock that it took.
  private final List<ExecutedStep> outran = new ArrayList<>();

  private long[] uses = new long[4];
  private int used;

  ExecutedStep(LogicalThread thread, int index, ExecutedStep before, ExecutedStep enabledBy) {
    this.thread = thread;
    this.index = index;
    ordinal = before == null || before.thread != thread ? 1 : before.ordinal + 1;
    knownToThread = before == null ? new VectorClock() : before.known;
    known = knownToThread.copy();
    if (enabledBy != null) {
      known.join(enabledBy.known);
    }
    known.set(thread.id, ordinal);
    knownBefore = known.copy();
  }

  public LogicalThread thread() {
    return thread;
  }

  /// Which step of the execution it is, from 0.
  public int index() {
    return index;
  }

  /// Whether this step comes before the other in every schedule that has the same steps in the same
  /// order as far as they depend on each other.
  public boolean isBefore(ExecutedStep other) {
    return isIn(other.known);
  }

  private boolean isIn(VectorClock clock) {
    return clock.of(thread.id) >= ordinal;
  }

  /// The locations it used, each as a number that is the same in all executions that begin as this
  /// one; the lowest bit says whether it changed the location.
  public long[] uses() {
    return Arrays.copyOf(uses, used);
  }

  /// The earlier steps, of other threads, with which this one could change places: nothing comes
  /// between them.
  public List<ExecutedStep> races() {
    var races = new ArrayList<ExecutedStep>();
    for (var step : met) {
      if (met.stream().noneMatch(other -> step.isBetween(other))) {
        races.add(step);
      }
    }
    for (var step : outran) {
      if (!step.isIn(knownToThread) && !races.contains(step)) {
        races.add(step);
      }
    }
    return races;
  }

  private boolean isBetween(ExecutedStep later) {
    return later != this && isBefore(later);
  }

  /// Whether a thread that has come as far as this step, and waits for a lock, could have taken it
  /// before the step that did.
  public boolean couldOutrun(ExecutedStep taking) {
    return taking.thread != thread && !taking.isIn(known);
  }

  void meets(ExecutedStep earlier) {
    if (earlier != null && earlier.thread != thread) {
      if (!earlier.isIn(knownBefore) && !met.contains(earlier)) {
        met.add(earlier); // what it waits for later in this step makes no difference
      }
      known.join(earlier.known);
    }
  }

  void outruns(ExecutedStep taking) {
    if (taking != null && taking.thread != thread) {
      outran.add(taking);
      known.join(taking.known);
    }
  }

  /// It comes after that one, and could not come before.
  void follows(ExecutedStep earlier) {
    if (earlier != null) {
      known.join(earlier.known);
      knownBefore.join(earlier.known);
    }
  }

  void uses(long location, boolean changes) {
    var use = location << 1 | (changes ? 1 : 0);
    for (var i = 0; i < used; i++) {
      if (uses[i] == use) {
        return;
      }
    }
    if (used == uses.length) {
      uses = Arrays.copyOf(uses, 2 * used);
    }
    uses[used++] = use;
  }
}
