package workbook.explore.runtime;

/// The data races of one run: accesses that nothing orders.
///
/// Only one is reported. One at a place without decision points ends the run, because the search
/// must begin again with decision points there. What a thread reads optimistically is in doubt
/// until it learns whether it may use it.
public final class RaceDetector {
  private final Execution execution;
  private DataRace first;

  RaceDetector(Execution execution) {
    this.execution = execution;
  }

  /// The first that was met in this run, or null.
  public DataRace first() {
    return first;
  }

  /// Notes that an access of the running thread is unordered with one by another thread.
  ///
  /// @param location what both touch, as the listener is told it
  void report(CodeLocation site, Object location, int other) {
    report(site, site.variable(), location, other);
  }

  void report(CodeLocation site, SharedVariable variable, Object location, int other) {
    if (!execution.shared.contains(variable)) {
      execution.discover(variable);
    } else if (first == null) {
      keep(race(site, variable, location, other));
    }
  }

  private void keep(DataRace race) {
    first = race;
    if (race != null && execution.listener != null) {
      execution.listener.raced(race);
    }
  }

  /// Notes the same of a read that only a failed validation excuses.
  void suspect(CodeLocation site, SharedVariable variable, Object location, int other) {
    var me = execution.currentThread();
    if (me.stamped) {
      me.suspectedRace = race(site, variable, location, other);
    }
  }

  private DataRace race(CodeLocation site, SharedVariable variable, Object location, int other) {
    var threads = execution.threads();
    return new DataRace(variable, execution.currentThread(), threads.get(other), site, location);
  }

  /// The running thread reads optimistically from here on.
  ///
  /// @param stamped whether its stamp can be valid
  void optimistic(boolean stamped) {
    resolve(true);
    var me = execution.currentThread();
    me.optimistic = true;
    me.stamped = stamped;
  }

  /// Whoever does something else with the lock has seen that a stamp is 0.
  void stampedLockUsed() {
    var me = execution.currentThread();
    me.optimistic &= me.stamped;
  }

  /// The running thread learned whether what it read optimistically may be used.
  void validated(boolean valid) {
    resolve(valid);
    execution.currentThread().optimistic = valid;
  }

  /// An unordered read was a race if what it saw was used.
  void resolve(boolean used) {
    var me = execution.currentThread();
    if (used && first == null) {
      keep(me.suspectedRace);
    }
    me.suspectedRace = null;
  }
}
