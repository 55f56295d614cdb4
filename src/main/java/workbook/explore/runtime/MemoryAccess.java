package workbook.explore.runtime;

/// Reads and writes of memory: which need a decision point, which race, and what a read may see.
///
/// A volatile access synchronises and is always a decision point. A plain access is checked against
/// happens-before. As long as all accesses to a place are ordered, other threads cannot interfere
/// there and it needs no decision point; the first unordered pair makes the place a discovery. From
/// then on it is a decision point, its older values are kept, and a read may be given any of them
/// that happens-before allows: that is what a missing `volatile` can do.
final class MemoryAccess {
  private final Execution execution;

  /// The read that has been announced and not yet been given its value; null when that value cannot
  /// be anything but the newest and nobody records it.
  private MemoryLocation reading;

  private boolean mayBeOld;
  private boolean onlyCounts;
  private boolean wide;
  private int mode;

  /// What shows an old value for one read, and what it has to be given back; null for nothing.
  private StoredVariable disguised;

  private Object truth;

  MemoryAccess(Execution execution) {
    this.execution = execution;
  }

  /// Notes that the next read and the next write add to a variable and do nothing else with it.
  void onlyCounts() {
    onlyCounts = true;
  }

  boolean pending() {
    return reading != null;
  }

  /// Announces a read.
  void read(CodeLocation site, MemoryLocation location, Object object, int index) {
    var me = execution.currentThread();
    reading = null;
    mayBeOld = false;
    if (!onlyCounts && location.observe()) {
      execution.scheduler.stateChanged();
    }
    onlyCounts = false;
    if (site.isVolatile()) {
      execution.scheduler.decisionPoint(); // others may read meanwhile
      mode = AccessMode.VOLATILE_READ;
      location.markRead(me);
      mayBeOld = location.versions() != null;
      if (!mayBeOld) {
        location.learn(me, mode);
      }
      reportRace(site, location, location.readAtomically(me));
    } else {
      readPlain(site, location, me);
    }
    if (execution.listener != null) {
      execution.listener.stepped(me, site, location, target(site, object, index), null);
    }
    if (mayBeOld || execution.listener != null) {
      reading = location;
    }
    wide = site.wide();
  }

  private void readPlain(CodeLocation site, MemoryLocation location, LogicalThread me) {
    var known = execution.shared.contains(site.variable());
    if (known) {
      execution.scheduler.decisionPoint(); // others may read meanwhile
      location.markRead(me);
    }
    mayBeOld = known;
    mode = AccessMode.PLAIN_READ;
    if (site.isFinal()) {
      readFinal(site, location, me);
    } else if (me.optimistic) {
      readOptimistically(site, location, me);
    } else {
      reportRace(site, location, location.read(me));
    }
  }

  /// A read of a final field, of which nobody sees an old value once the object is complete (JLS
  /// 17.5). Its constructor may have handed the object out before.
  private void readFinal(CodeLocation site, MemoryLocation location, LogicalThread me) {
    var other = location.read(me);
    if (!location.frozen()) {
      reportRace(site, location, other);
    } else if (other >= 0 && !mayBeOld) {
      execution.discover(site.variable());
    }
  }

  private void reportRace(CodeLocation site, MemoryLocation location, int other) {
    if (other >= 0) {
      execution.races.report(site, location, other);
    }
  }

  /// A read between `tryOptimisticRead` and `validate`: the writer it meets is no race yet.
  private void readOptimistically(CodeLocation site, MemoryLocation location, LogicalThread me) {
    var other = location.readOptimistically(me);
    if (other < 0) {
      return;
    }
    if (mayBeOld) {
      execution.races.suspect(site, site.variable(), location, other);
    } else {
      execution.discover(site.variable());
    }
  }

  /// The value the announced read sees, given the newest.
  Object seen(Object newest) {
    var location = reading;
    if (location == null) {
      return newest;
    }
    reading = null;
    return mayBeOld ? choose(location, newest) : note(newest, 0);
  }

  /// Chooses the value of a read among those that happens-before allows.
  private Object choose(MemoryLocation location, Object newest) {
    var versions = location.versions();
    if (versions == null) {
      return note(newest, 0);
    }
    var me = execution.currentThread();
    versions.complete(newest);
    var visible = versions.visible(me, mode);
    var currentLag = AccessMode.has(mode, AccessMode.PLAIN) ? versions.lag(me, visible) : 0;
    var halves = wide ? 2 * (visible - 1) : 0;
    var picked = execution.scheduler.chooseValue(visible + halves, 1);
    if (picked >= visible) {
      var old = versions.older(1 + (picked - visible) / 2);
      return note(torn(newest, old, picked % 2 == 0), ExecutionListener.TORN);
    }
    var lag = picked == 0 ? currentLag : picked <= currentLag ? picked - 1 : picked;
    var kept = versions.read(me, lag, mode);
    return note(lag == 0 ? newest : kept, lag);
  }

  /// Lets the read that comes next see one of the values that it may. It reads the variable itself,
  /// so an old value stands there until [#restore].
  ///
  /// @param how it reads, see [AccessMode]
  void disguise(StoredVariable variable, MemoryLocation location, int how) {
    mode = how;
    wide = false;
    var newest = variable.get();
    var seen = choose(location, newest);
    if (seen != newest) {
      disguised = variable;
      truth = newest;
      variable.set(seen);
    }
  }

  /// Puts the newest value back.
  void restore() {
    if (disguised != null) {
      disguised.set(truth);
      disguised = null;
      truth = null;
    }
  }

  /// Lets the announced read of an object in an array see what it may.
  void readElement(Object[] array, int index) {
    if (reading != null && index >= 0 && index < array.length) {
      var location = reading;
      reading = null;
      if (mayBeOld) {
        disguise(StoredVariable.element(array, index), location, mode);
      } else {
        note(array[index], 0);
      }
    }
  }

  /// A write, with the value that is there and the one that will be.
  void write(
      CodeLocation site,
      MemoryLocation location,
      Object object,
      int index,
      Object before,
      Object after) {
    var me = execution.currentThread();
    reading = null;
    var counts = onlyCounts;
    onlyCounts = false;
    var switches = execution.scheduler.switches();
    if (site.isVolatile()) {
      execution.scheduler.decisionPoint();
      location.markWrite(me);
      keep(site, location, before, AccessMode.VOLATILE_WRITE);
      reportRace(site, location, location.writeAtomically(me));
      location.publish(me, AccessMode.VOLATILE_WRITE);
    } else {
      var known = execution.shared.contains(site.variable());
      if (known) {
        execution.scheduler.decisionPoint();
        location.markWrite(me);
      }
      keep(site, location, before, AccessMode.PLAIN);
      location.publish(me, AccessMode.PLAIN);
      if (!known && location.hasUnorderedOptimisticRead(me)) {
        execution.discover(site.variable());
      }
      reportRace(site, location, location.write(me));
    }
    var interrupted = execution.scheduler.switches() != switches; // then `before` may be old
    if (!counts || location.count()) {
      execution.scheduler.wrote(!counts && !interrupted && Changes.sameValue(before, after));
    }
    if (execution.listener != null) {
      var target = target(site, object, index);
      execution.listener.stepped(me, site, location, target, words(site, after));
      if (execution.threads().size() > 1) {
        return; // it keeps the name that it has just been told by
      }
      if (index < 0) {
        execution.names().learn(after, site.name());
      } else {
        execution.names().learnElement(object, index, after);
      }
    }
  }

  private void keep(CodeLocation site, MemoryLocation location, Object before, int how) {
    if (location.versions() != null || execution.shared.contains(site.variable())) {
      location.keep(execution.currentThread(), before, how);
    }
  }

  private Object note(Object value, int lag) {
    if (execution.listener != null) {
      var site = execution.currentThread().site;
      if (site.operation() == CodeLocation.Operation.READ && execution.threads().size() == 1) {
        execution.names().learn(value, site.name());
      }
      execution.listener.valueRead(execution.currentThread(), words(site, value), lag);
    }
    return value;
  }

  private String words(CodeLocation site, Object value) {
    return site.isBoolean() ? String.valueOf(value.equals(1)) : execution.names().of(value);
  }

  private String target(CodeLocation site, Object object, int index) {
    if (index >= 0) {
      return execution.names().of(object) + "[" + index + "]";
    }
    return execution.names().field(object, site.variable());
  }

  private static Object torn(Object newest, Object old, boolean upperIsNew) {
    var upper = upperIsNew ? bits(newest) : bits(old);
    var lower = upperIsNew ? bits(old) : bits(newest);
    var both = upper & 0xFFFF_FFFF_0000_0000L | lower & 0xFFFF_FFFFL;
    return newest instanceof Double ? (Object) Double.longBitsToDouble(both) : (Object) both;
  }

  private static long bits(Object value) {
    return value instanceof Double d ? Double.doubleToRawLongBits(d) : (long) value;
  }
}
