package workbook.explore.runtime;

/// One memory location: who wrote and read it last, what it publishes, and its older values.
///
/// The same class serves a field of one object, an element of one array, the contents of a
/// collection, and the state of a lock or an atomic: whatever a step can touch.
final class MemoryLocation {
  /// The last plain write.
  private int writer = -1;

  private int tick;

  /// The last volatile or otherwise atomic write.
  private int atomicWriter = -1;

  private int atomicTick;
  private final VectorClock readers;

  /// Those who read under an optimistic stamp. What they saw counts only once it is validated, so
  /// they do not race with a later write, but what they saw depends on it.
  private VectorClock optimisticReaders;

  /// What a thread that reads here learns: the past of those who released it.
  private VectorClock released;

  /// Whether some thread adds to it and does nothing else with it.
  private boolean counted;

  /// Whether some thread wants to know its value.
  private boolean observed;

  private long writeMark;
  private long readMarks;

  /// Whether it is a final field whose constructor has ended.
  private boolean frozen;

  /// Who used it last; null when nobody keeps a [StepLog].
  private LocationSteps steps;

  /// Its older values; null where none are kept, because a read can only see the newest.
  private ModificationOrder versions;

  MemoryLocation() {
    this(new VectorClock());
  }

  private MemoryLocation(VectorClock readers) {
    this.readers = readers;
  }

  /// Another one to which the same was done, as long as no older values are kept.
  MemoryLocation copy() {
    var copy = new MemoryLocation(readers.copy());
    copy.writer = writer;
    copy.tick = tick;
    copy.atomicWriter = atomicWriter;
    copy.atomicTick = atomicTick;
    copy.optimisticReaders = optimisticReaders == null ? null : optimisticReaders.copy();
    copy.released = released == null ? null : released.copy();
    copy.counted = counted;
    copy.observed = observed;
    copy.writeMark = writeMark;
    copy.readMarks = readMarks;
    return copy;
  }

  /// Notes a plain read and returns the thread whose write it races with, or -1.
  int read(LogicalThread me) {
    readers.set(me.id, me.clock.of(me.id));
    return unknownWriter(me);
  }

  private int unknownWriter(LogicalThread me) {
    if (!me.knows(writer, tick)) {
      return writer;
    }
    return me.knows(atomicWriter, atomicTick) ? -1 : atomicWriter;
  }

  /// Returns the thread whose plain write a volatile or otherwise atomic read races with, or -1.
  int readAtomically(LogicalThread me) {
    return me.knows(writer, tick) ? -1 : writer;
  }

  /// Notes a read under an optimistic stamp and returns the thread whose write is not ordered
  /// before it, or -1.
  int readOptimistically(LogicalThread me) {
    if (optimisticReaders == null) {
      optimisticReaders = new VectorClock();
    }
    optimisticReaders.set(me.id, me.clock.of(me.id));
    return me.knows(writer, tick) ? -1 : writer;
  }

  /// Whether a read under an optimistic stamp is not ordered before what the thread does now.
  boolean hasUnorderedOptimisticRead(LogicalThread me) {
    return optimisticReaders != null && me.clock.firstUnknown(optimisticReaders) >= 0;
  }

  /// Notes a plain write and returns the thread whose access it races with, or -1.
  int write(LogicalThread me) {
    var other = unknownWriter(me);
    var unordered = other >= 0 ? other : me.clock.firstUnknown(readers);
    writer = me.id;
    tick = me.clock.of(me.id);
    return unordered;
  }

  /// Notes a volatile or otherwise atomic write and returns the thread whose plain access it races
  /// with, or -1.
  int writeAtomically(LogicalThread me) {
    atomicWriter = me.id;
    atomicTick = me.clock.of(me.id);
    return me.knows(writer, tick) ? me.clock.firstUnknown(readers) : writer;
  }

  /// Notes that a thread adds to it and does nothing else with it; true if that is a change to
  /// somebody.
  boolean count() {
    counted |= !observed;
    return observed;
  }

  /// Notes that somebody wants its value; true if that may have changed without anybody's notice.
  boolean observe() {
    observed = true;
    var missed = counted;
    counted = false;
    return missed;
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

  /// Takes the past along, as far as a read in this mode does.
  void learn(LogicalThread me, int mode) {
    me.learn(released, mode);
  }

  /// Gives the past to later readers, as far as a write in this mode does: one that publishes
  /// nothing takes the place of one that did, but for what a fence before it published.
  void publish(LogicalThread me, int mode) {
    if (AccessMode.has(mode, AccessMode.ACQUIRES)) {
      me.learn(released, mode);
    }
    if (AccessMode.has(mode, AccessMode.RELEASES)) {
      release(me);
    } else if (!AccessMode.has(mode, AccessMode.ACQUIRES)) {
      released = me.fenced == null ? null : me.fenced.copy();
    }
    if (versions != null) {
      versions.publishes(released);
    }
  }

  /// Keeps who uses it.
  ///
  /// @param name see [LocationSteps]
  void keepSteps(long name) {
    steps = new LocationSteps(name);
  }

  LocationSteps steps() {
    return steps;
  }

  /// Enters a reading step into the thread's past: reads may change places among themselves.
  void markRead(LogicalThread me) {
    me.acts++;
    me.history = Hashing.mix(me.history, writeMark);
    readMarks += Hashing.mix(me.history, 1);
    if (steps != null) {
      steps.readBy(me.step);
    }
  }

  /// Enters a step that has waited until this location said that it may go on.
  void markAwaited(LogicalThread me) {
    me.history = Hashing.mix(me.history, writeMark);
    readMarks += Hashing.mix(me.history, 1);
    if (steps != null) {
      steps.awaitedBy(me.step);
    }
  }

  /// Enters a changing step into the thread's past: it comes after all that was read and written.
  void markWrite(LogicalThread me) {
    changeMark(me);
    if (steps != null) {
      steps.changedBy(me.step);
    }
  }

  /// Enters a step that takes this lock.
  ///
  /// @param waits whether it would have waited for it
  void markTaken(LogicalThread me, boolean waits) {
    changeMark(me);
    if (steps != null && waits) {
      steps.takenBy(me.step);
    } else if (steps != null) {
      steps.triedBy(me.step);
    }
  }

  /// Notes that a step finds out that it has to wait, and whoever makes it wait.
  void markSeen(LogicalThread me) {
    if (steps != null) {
      steps.readBy(me.step);
    }
  }

  private void changeMark(LogicalThread me) {
    me.acts++;
    me.history = Hashing.mix(me.history, writeMark + 31 * readMarks);
    writeMark = me.history;
    readMarks = 0;
  }

  /// Keeps what a write replaces, so that a thread may still read it; to be followed by [#publish].
  ///
  /// @param before what is there
  void keep(LogicalThread me, Object before, int mode) {
    if (versions == null) {
      versions = new ModificationOrder(before);
    }
    versions.complete(before);
    versions.announce(me, mode);
  }

  /// The constructor that wrote this final field ends: from here on nobody reads an old value.
  void freeze() {
    frozen = true;
    versions = null;
  }

  boolean frozen() {
    return frozen;
  }

  /// The values a read may see; null if it can only see the newest.
  ModificationOrder versions() {
    return versions;
  }
}
