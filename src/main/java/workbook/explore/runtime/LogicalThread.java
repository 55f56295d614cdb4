package workbook.explore.runtime;

/// A thread of the program under test: a fiber, its vector clock, and what it waits for.
public final class LogicalThread {
  /// What starting and ending a thread change, for those who look whether it lives.
  public static final SharedVariable LIFE = SharedVariable.named("whether a thread lives");

  final int id;
  final VectorClock clock = new VectorClock();
  final LoopMonitor loops = new LoopMonitor();

  /// What it knew at its last fence that releases: its weak writes publish that. Null before.
  VectorClock fenced;

  /// What its reads have found published without acquiring it: a fence does. Null for nothing.
  private VectorClock unfenced;

  private Object threadObject;
  private String name;
  private boolean daemon;
  Fiber fiber;
  boolean finished;

  /// What ended it; null while it has not ended, or when it ended well.
  Throwable thrown;

  boolean interrupted;

  /// What it waits for; null while it can go on.
  WaitCondition waitCondition;

  /// The lock that it is about to take, if others may go first.
  WaitCondition lock;

  /// Whether that is a lock that it has come to and has not asked for yet: others went first.
  boolean beforeLock;

  /// Why the last wait ended.
  WakeReason wakeReason = WakeReason.READY;

  /// Where in the code under test it waits, or began its last wait; empty outside of that code.
  /// Only known when an [ExecutionListener] is there.
  String waitsAt = "";

  /// Whether it waits for work, as a worker of a pool does; only known when an [ExecutionListener]
  /// is there.
  boolean idle;

  /// When it was found to spin, as a number of changes: until there is one more, it would only do
  /// the same again. Negative when it was not.
  long spinsAt = -1;

  /// Whether the loop it spins in looks at the clock, so that time will end it.
  boolean awaitsClock;

  /// Whether code under test has run in it since its last time-out; else it is library code that
  /// waits again and again.
  boolean ranSinceTimeout;

  /// Whether it is about to give way to others that can run.
  boolean givesWay;

  /// Whether it does so because it has run for so long that sleepers may wake.
  boolean ranLong;

  /// Whether it makes a difference if it stays instead.
  boolean mayStay;

  /// A hash of where it is: the head of the innermost loop with the local variables there, and the
  /// steps since. Equal at two moments of an execution between which nothing changed when the
  /// thread goes on from both in the same way.
  long position;

  /// The loop it is in, or was in last.
  CodeLocation loop = CodeLocation.NOWHERE;

  /// How many steps it has made, and how many of them before the head of its loop.
  int moves;

  int movesAtHead;

  /// A hash of everything this thread did and everything that had to happen before: equal in two
  /// executions when the thread has the same past in both.
  long history;

  /// The step that it makes, or made last, and the one in which it was started; null when nobody
  /// keeps a [StepLog].
  ExecutedStep step;

  ExecutedStep startedIn;

  /// The step since which it need not wait any more; null while it must.
  ExecutedStep enabledBy;

  /// The lock that it waits for; null when it waits for something else.
  MemoryLocation awaitedLock;

  /// How much it has done that others may notice.
  int acts;

  /// How many objects it has made.
  int objects;

  /// How many threads it has started, to tell its children apart.
  int children;

  /// How many identity hash codes it has asked for.
  int hashCodes;

  /// The step of the code under test that it is in the middle of, and on which object.
  CodeLocation site = CodeLocation.NOWHERE;

  Object target;

  /// Whether code under test has run since library code last had a decision point. If it ran inside
  /// a callback, what the library does next is a new step.
  boolean ranCodeUnderTest;

  /// Whether it reads under an optimistic stamp.
  boolean optimistic;

  /// Whether that stamp can be valid. Under a stamp of 0 nobody may use what was read; whoever does
  /// so without asking does so under other stamps, too, and is found there.
  boolean stamped;

  /// An unordered read under that stamp, which only a failed validation excuses; null for none.
  DataRace suspectedRace;

  LogicalThread(int id, String name, Object threadObject) {
    this.id = id;
    this.name = name;
    this.threadObject = threadObject;
    clock.tick(id);
  }

  /// Takes over what a thread gets from the one that starts it: its past comes first.
  void inherit(LogicalThread parent) {
    parent.acts++;
    clock.join(parent.clock);
    parent.clock.tick(parent.id);
    history = Hashing.mix(parent.history, ++parent.children);
    daemon = parent.daemon;
    startedIn = parent.step;
  }

  /// Notes a step of this thread.
  void moved(long changes) {
    moves++;
    position = Hashing.mix(position, changes);
  }

  /// Whether it would only do the same again as long as nothing changes.
  boolean spins(long changes) {
    return spinsAt == changes;
  }

  /// Whether it knows of a write by happens-before.
  ///
  /// @param writer negative for nobody
  boolean knows(int writer, int tick) {
    return writer < 0 || clock.of(writer) >= tick;
  }

  /// Learns what a value that it read has published, at once or at its next fence.
  ///
  /// @param released null for nothing
  void learn(VectorClock released, int mode) {
    if (released == null) {
      return;
    }
    if (AccessMode.has(mode, AccessMode.ACQUIRES)) {
      clock.join(released);
      return;
    }
    if (unfenced == null) {
      unfenced = new VectorClock();
    }
    unfenced.join(released);
  }

  /// Its reads before come before all it does from here on.
  void acquireFence() {
    if (unfenced != null) {
      clock.join(unfenced);
    }
  }

  /// All it did before comes before its writes from here on.
  void releaseFence() {
    fenced = clock.copy();
    clock.tick(id);
  }

  public int id() {
    return id;
  }

  /// How much it has done so far that others may notice.
  public int acts() {
    return acts;
  }

  public String name() {
    return name;
  }

  public void rename(String to) {
    name = to;
  }

  public boolean daemon() {
    return daemon;
  }

  public void daemon(boolean on) {
    daemon = on;
  }

  /// The object that the code under test knows as this thread.
  public Object threadObject() {
    return threadObject;
  }

  public void threadObject(Object object) {
    threadObject = object;
  }

  public boolean finished() {
    return finished;
  }

  /// What ended it; null while it has not ended, or when it ended well.
  public Throwable thrown() {
    return thrown;
  }

  /// What it waits for; null while it can go on.
  public WaitCondition waitCondition() {
    return waitCondition;
  }

  /// Whether it has not ended and waits.
  public boolean waits() {
    return !finished && waitCondition != null && !(beforeLock && ready());
  }

  /// Whether it waits for work, as a worker of a pool does.
  public boolean idle() {
    return idle;
  }

  public boolean interrupted() {
    return interrupted;
  }

  public void interrupted(boolean on) {
    interrupted = on;
  }

  /// The place in the code under test that it has reached.
  public CodeLocation site() {
    return site;
  }

  /// Whether its wait may end now without anybody's help.
  boolean ready() {
    return reasonToWake() != null;
  }

  /// Whether it waits, and only another thread could end that.
  boolean isStuck() {
    return waitCondition != null && !waitCondition.timed() && !ready();
  }

  /// Why its wait would end now; null when it would not.
  WakeReason reasonToWake() {
    if (waitCondition == null || waitCondition.ready().getAsBoolean()) {
      return WakeReason.READY;
    }
    return waitCondition.interruptible() && interrupted ? WakeReason.INTERRUPTED : null;
  }
}
