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
  void report(CodeLocation site, int other) {
    report(site, site.variable(), other);
  }

  void report(CodeLocation site, SharedVariable variable, int other) {
    if (!execution.shared.contains(variable)) {
      execution.discover(variable);
    } else if (first == null) {
      first = race(site, variable, other);
    }
  }

  /// Notes the same of a read that only a failed validation excuses.
  void suspect(CodeLocation site, int other) {
    execution.currentThread().suspectedRace = race(site, site.variable(), other);
  }

  private DataRace race(CodeLocation site, SharedVariable variable, int other) {
    return new DataRace(variable, execution.currentThread(), execution.threads().get(other), site);
  }

  /// The running thread reads optimistically from here on.
  void optimistic() {
    resolve(true);
    execution.currentThread().optimistic = true;
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
      first = me.suspectedRace;
    }
    me.suspectedRace = null;
  }
}
