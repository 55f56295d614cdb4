package workbook.explore.runtime;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/// The values of one memory location in the order they were written, and which of them a thread may
/// still read.
///
/// A thread never reads a value older than one it has read, or one whose write it knows by
/// happens-before; and, but for plain reads, not older than one that somebody has read before. A
/// volatile read sees the last volatile write, and what another thread's volatile read has seen:
/// those are in one total order. A write in a weaker mode is not in it, so even a volatile read may
/// miss it for a while: it may still be in its thread's store buffer.
final class ModificationOrder {
  /// A value that was written, and by whom when.
  private static final class Version {
    private Object value;
    private final int writer;
    private final int tick;
    private boolean isVolatile;

    /// Who has read it last when; null for nobody.
    private VectorClock readers;

    /// What a thread learns that acquires this value; null for nothing.
    private VectorClock released;

    Version(Object value, int writer, int tick, boolean isVolatile) {
      this.value = value;
      this.writer = writer;
      this.tick = tick;
      this.isVolatile = isVolatile;
    }

    /// Whether the thread knows that it was there.
    boolean isKnownTo(LogicalThread me, boolean byReads) {
      return me.knows(writer, tick) || byReads && readers != null && me.clock.knowsAny(readers);
    }

    void readBy(LogicalThread me) {
      if (readers == null) {
        readers = new VectorClock();
      }
      readers.set(me.id, me.clock.of(me.id));
    }
  }

  /// Oldest first.
  private final List<Version> versions = new ArrayList<>();

  /// A write that was announced; its value is not known until somebody looks.
  private Version announced;

  /// The last version that a volatile read must not miss.
  private int volatileFloor;

  /// For each thread the version it read last.
  private int[] lastRead = {};

  /// The threads whose last plain read was given an old value; they keep seeing it until something
  /// else is chosen.
  private final BitSet stale = new BitSet();

  /// @param before what is there before the first write that is kept
  ModificationOrder(Object before) {
    versions.add(new Version(before, -1, 0, true));
  }

  /// Notes a write by a thread, in its present.
  ///
  /// @param mode see [AccessMode]
  void announce(LogicalThread me, int mode) {
    var isVolatile = AccessMode.has(mode, AccessMode.VOLATILE);
    announced = new Version(null, me.id, me.clock.of(me.id), isVolatile);
  }

  /// Notes what the last write publishes.
  void publishes(VectorClock released) {
    var last = announced == null ? versions.getLast() : announced;
    last.released = released == null ? null : released.copy();
  }

  /// Completes the announced write, if there is one. A `compareAndSet` that fails changes nothing;
  /// it is a volatile read of what is there.
  ///
  /// @param newest what is there now
  void complete(Object newest) {
    if (announced == null) {
      return;
    }
    var last = versions.getLast();
    if (last.writer == announced.writer || !same(last.value, newest)) {
      announced.value = newest;
      versions.add(announced);
    } else {
      last.isVolatile |= announced.isVolatile;
    }
    if (versions.getLast().isVolatile) {
      volatileFloor = versions.size() - 1;
    }
    announced = null;
  }

  private static boolean same(Object a, Object b) {
    return a == b || (a instanceof Number || a instanceof Boolean) && a.equals(b);
  }

  /// How many versions a read may see; the newest is always among them.
  int visible(LogicalThread me, int mode) {
    var oldest = versions.size() - 1;
    var floor = AccessMode.has(mode, AccessMode.VOLATILE) ? volatileFloor : 0;
    var byReads = !AccessMode.has(mode, AccessMode.PLAIN);
    while (oldest > floor && !versions.get(oldest).isKnownTo(me, byReads)) {
      oldest--;
    }
    var seen = me.id < lastRead.length ? lastRead[me.id] : 0;
    return versions.size() - Math.max(oldest, seen);
  }

  /// How far behind the newest version the thread is, if its plain reads may still be.
  int lag(LogicalThread me, int visible) {
    return stale.get(me.id) ? Math.min(visible - 1, versions.size() - 1 - lastRead[me.id]) : 0;
  }

  /// Reads the value `lag` versions behind the newest: what the thread knows from then on.
  Object read(LogicalThread me, int lag, int mode) {
    var index = versions.size() - 1 - lag;
    var version = versions.get(index);
    if (me.id >= lastRead.length) {
      lastRead = Arrays.copyOf(lastRead, me.id + 4);
    }
    lastRead[me.id] = index;
    stale.set(me.id, lag > 0);
    if (AccessMode.has(mode, AccessMode.VOLATILE) && version.writer != me.id) {
      volatileFloor = Math.max(volatileFloor, index);
    }
    version.readBy(me);
    me.learn(version.released, mode);
    return version.value;
  }

  /// The value `lag` versions behind the newest, for a read that sees only half of it.
  Object older(int lag) {
    return versions.get(versions.size() - 1 - lag).value;
  }
}
