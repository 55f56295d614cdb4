package workbook.explore.runtime;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/// One memory location: who wrote and read it last, what it publishes, and its older values.
///
/// The same class serves a field of one object, an element of one array, the contents of a
/// collection, and the state of a lock or an atomic: whatever a step can touch.
final class MemoryLocation {
  /// A value that was written, and by whom when.
  record Version(Object value, int writer, int tick) {}

  private int writer = -1;
  private int tick;
  private final VectorClock readers = new VectorClock();

  /// Those who read under an optimistic stamp. What they saw counts only once it is validated, so
  /// they do not race with a later write, but what they saw depends on it.
  private VectorClock optimisticReaders;

  /// What a thread that reads here learns: the past of those who released it.
  private VectorClock released;

  private long writeMark;
  private long readMarks;

  /// What was written, oldest first; only kept where accesses were found unordered.
  private List<Version> versions;

  /// For each thread the version it read last: it never reads an older one.
  private int[] lastRead = {};

  /// The threads whose last read was given an old value; they keep seeing it until something else
  /// is chosen.
  private final BitSet stale = new BitSet();

  /// Notes a read and returns the thread whose write it races with, or -1.
  int read(LogicalThread me) {
    readers.set(me.id, me.clock.of(me.id));
    return knows(me, writer, tick) ? -1 : writer;
  }

  /// Notes a read under an optimistic stamp and returns the thread whose write is not ordered
  /// before it, or -1.
  int readOptimistically(LogicalThread me) {
    if (optimisticReaders == null) {
      optimisticReaders = new VectorClock();
    }
    optimisticReaders.set(me.id, me.clock.of(me.id));
    return knows(me, writer, tick) ? -1 : writer;
  }

  /// Whether a read under an optimistic stamp is not ordered before what the thread does now.
  boolean hasUnorderedOptimisticRead(LogicalThread me) {
    return optimisticReaders != null && me.clock.firstUnknown(optimisticReaders) >= 0;
  }

  /// Notes a write and returns the thread whose access it races with, or -1.
  int write(LogicalThread me) {
    var unordered = knows(me, writer, tick) ? me.clock.firstUnknown(readers) : writer;
    writer = me.id;
    tick = me.clock.of(me.id);
    return unordered;
  }

  private static boolean knows(LogicalThread me, int writer, int tick) {
    return writer < 0 || me.clock.of(writer) >= tick;
  }

  void acquire(LogicalThread me) {
    if (released != null) {
      me.clock.join(released);
    }
  }

  void release(LogicalThread me) {
    if (released == null) {
      released = new VectorClock();
    }
    released.join(me.clock);
    me.clock.tick(me.id);
  }

  /// A write that publishes nothing took the place of one that did.
  void publishNothing() {
    released = null;
  }

  /// Enters a reading step into the thread's past: reads may change places among themselves.
  void markRead(LogicalThread me) {
    me.history = Hashing.mix(me.history, writeMark);
    readMarks += Hashing.mix(me.history, 1);
  }

  /// Enters a changing step into the thread's past: it comes after all that was read and written.
  void markWrite(LogicalThread me) {
    me.history = Hashing.mix(me.history, writeMark + 31 * readMarks);
    writeMark = me.history;
    readMarks = 0;
  }

  /// Keeps a written value, so that a thread may still read an older one.
  void keep(LogicalThread me, Object before, Object after) {
    if (versions == null) {
      versions = new ArrayList<>();
      versions.add(new Version(before, -1, 0));
    }
    versions.add(new Version(after, me.id, me.clock.of(me.id)));
  }

  /// How many versions the thread may see; the newest is always among them.
  int visible(LogicalThread me) {
    return versions == null ? 1 : versions.size() - oldestVisible(me);
  }

  /// How far behind the newest version the thread is, if it may still be.
  int lag(LogicalThread me) {
    if (versions == null || !stale.get(me.id)) {
      return 0;
    }
    return Math.min(visible(me) - 1, versions.size() - 1 - lastRead[me.id]);
  }

  /// The value `lag` versions behind the newest; the thread never reads an older one again.
  Object seen(LogicalThread me, int lag) {
    var index = versions.size() - 1 - lag;
    if (me.id >= lastRead.length) {
      lastRead = Arrays.copyOf(lastRead, me.id + 4);
    }
    lastRead[me.id] = index;
    stale.set(me.id, lag > 0);
    return versions.get(index).value;
  }

  /// The value `lag` versions behind the newest, for a read that sees only half of it.
  Object older(int lag) {
    return versions.get(versions.size() - 1 - lag).value;
  }

  private int oldestVisible(LogicalThread me) {
    var index = versions.size() - 1;
    while (index > 0 && !knows(me, versions.get(index).writer, versions.get(index).tick)) {
      index--;
    }
    return me.id < lastRead.length ? Math.max(index, lastRead[me.id]) : index;
  }
}
