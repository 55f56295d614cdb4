package workbook.explore.runtime;

import java.util.ArrayList;
import java.util.List;

/// The steps that used one location last.
final class LocationSteps {
  private final long name;
  private final List<ExecutedStep> readers = new ArrayList<>(2);
  private ExecutedStep changed;

  /// Where it was last taken, if it is a lock.
  private ExecutedStep taken;

  /// @param name the same in all executions that begin alike
  LocationSteps(long name) {
    this.name = name;
  }

  ExecutedStep taken() {
    return taken;
  }

  void readBy(ExecutedStep step) {
    step.meets(changed);
    note(step);
  }

  private void note(ExecutedStep step) {
    step.uses(name, false);
    if (readers.isEmpty() || readers.getLast() != step) {
      readers.add(step);
    }
  }

  void changedBy(ExecutedStep step) {
    step.meets(changed);
    readers.forEach(step::meets);
    becomes(step);
  }

  private void becomes(ExecutedStep step) {
    step.uses(name, true);
    readers.clear();
    changed = step;
  }

  /// A thread takes the lock, for which it would have waited. So it could not have come before the
  /// step that gave it back, but before the one that took it.
  void takenBy(ExecutedStep step) {
    if (taken == null) {
      step.meets(changed);
      readers.forEach(step::meets);
    } else {
      step.outruns(taken);
      meetsUnlessByHolder(step, changed);
      readers.forEach(reader -> meetsUnlessByHolder(step, reader));
    }
    becomes(step);
    taken = step;
  }

  private void meetsUnlessByHolder(ExecutedStep step, ExecutedStep earlier) {
    if (earlier != null && earlier.thread() == taken.thread()) {
      step.follows(earlier);
    } else {
      step.meets(earlier);
    }
  }

  /// A thread takes the lock, for which it would not have waited.
  void triedBy(ExecutedStep step) {
    changedBy(step);
    taken = step;
  }

  /// A thread learns what it had to wait for: it could not have gone on before.
  void awaitedBy(ExecutedStep step) {
    step.follows(changed);
    note(step);
  }
}
