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
  private boolean wide;

  MemoryAccess(Execution execution) {
    this.execution = execution;
  }

  boolean pending() {
    return reading != null;
  }

  /// Announces a read.
  void read(CodeLocation site, MemoryLocation location, Object object, int index) {
    var me = execution.currentThread();
    reading = null;
    mayBeOld = false;
    if (site.isVolatile()) {
      execution.scheduler.decisionPoint();
      location.markRead(me);
      location.acquire(me);
      me.loops.readShared();
    } else {
      mayBeOld = execution.shared.contains(site.variable());
      if (mayBeOld) {
        execution.scheduler.decisionPoint();
        location.markRead(me);
        me.loops.readShared();
      }
      if (me.optimistic) {
        readOptimistically(site, location, me);
      } else {
        reportRace(site, location.read(me));
      }
    }
    if (execution.listener != null) {
      execution.listener.stepped(me, site, location, target(site, object, index), null);
    }
    if (mayBeOld || execution.listener != null) {
      reading = location;
    }
    wide = site.wide();
  }

  private void reportRace(CodeLocation site, int other) {
    if (other >= 0) {
      execution.races.report(site, other);
    }
  }

  /// A read between `tryOptimisticRead` and `validate`: the writer it meets is no race yet.
  private void readOptimistically(CodeLocation site, MemoryLocation location, LogicalThread me) {
    var other = location.readOptimistically(me);
    if (other < 0) {
      return;
    }
    if (mayBeOld) {
      execution.races.suspect(site, other);
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
    var me = execution.currentThread();
    var versions = mayBeOld ? location.visible(me) : 1;
    if (versions == 1) {
      return note(newest, 0);
    }
    var currentLag = location.lag(me);
    var halves = wide ? 2 * (versions - 1) : 0;
    var picked = execution.scheduler.chooseValue(versions + halves, 1);
    if (picked >= versions) {
      return note(torn(newest, location.older(1 + (picked - versions) / 2), picked % 2 == 0), 1);
    }
    var lag = picked == 0 ? currentLag : picked <= currentLag ? picked - 1 : picked;
    var kept = location.seen(me, lag);
    return note(lag == 0 ? newest : kept, lag);
  }

  /// The announced read sees the newest value.
  void seenNewest(Object newest) {
    reading = null;
    note(newest, 0);
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
    if (site.isVolatile()) {
      execution.scheduler.decisionPoint();
      location.markWrite(me);
      location.release(me);
    } else {
      var known = execution.shared.contains(site.variable());
      if (known) {
        execution.scheduler.decisionPoint();
        location.markWrite(me);
        location.keep(me, before, after);
      }
      if (!known && location.hasUnorderedOptimisticRead(me)) {
        execution.discover(site.variable());
      }
      reportRace(site, location.write(me));
    }
    execution.scheduler.stateChanged();
    if (execution.listener != null) {
      var target = target(site, object, index);
      execution.listener.stepped(me, site, location, target, words(site, after));
      if (index < 0) {
        execution.names().learn(after, site.name());
      } else if (execution.threads().size() == 1) {
        execution.names().learnElement(object, index, after);
      }
    }
  }

  private Object note(Object value, int lag) {
    if (execution.listener != null) {
      execution.names().learn(value, execution.currentThread().site.name());
      execution.listener.valueRead(
          execution.currentThread(), words(execution.currentThread().site, value), lag);
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
    return execution.names().field(object, site);
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
