package workbook.explore.runtime;

/// A thread of the program under test: a fiber, its clock, and what it waits for.
public final class LogicalThread {
  final int id;
  final VectorClock clock = new VectorClock();
  private Object face;
  private String name;
  private boolean daemon;
  Fiber fiber;

  /// What it waits for; null while it can go on.
  public WaitCondition wait;

  /// Why the last waiting ended.
  WakeReason wake = WakeReason.READY;

  /// Where in the code under test it waits, or began its last waiting; empty outside of that code.
  /// Only known where somebody records.
  String where = "";

  /// Whether it waits for work, as a worker of a pool does; only known where somebody records.
  boolean idle;

  boolean finished;
  boolean interrupted;

  /// A hash of everything this thread did and everything that had to happen before: equal in two
  /// runs when the thread has the same past in both.
  long past;

  /// Threads it has started, to tell its children apart.
  int children;

  /// The call in the code under test that it is in the middle of, and on which object.
  CodeLocation site = CodeLocation.NOWHERE;

  Object target;

  /// Whether code under test has run since its last decision point. If it ran inside a callback,
  /// what the library does next is a new step.
  boolean ranOwnCode;

  /// Whether it reads under an optimistic stamp, and a read there that only a failed validation
  /// excuses.
  boolean optimistic;

  DataRace doubt;

  /// How many identity hash codes it has asked for.
  int hashes;

  /// What it gave way to: it does not run again, if others can, until somebody changes something.
  long gaveWayAt = -1;

  final LoopMonitor loops = new LoopMonitor();

  LogicalThread(int id, String name, Object face) {
    this.id = id;
    this.name = name;
    this.face = face;
    clock.tick(id);
  }

  public int id() {
    return id;
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

  /// The object the code under test knows this thread by.
  public Object face() {
    return face;
  }

  public void face(Object object) {
    face = object;
  }

  public boolean finished() {
    return finished;
  }

  /// What it waits for, null while it can go on.
  public WaitCondition waiting() {
    return wait;
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

  /// The place in the code under test it has reached.
  public CodeLocation site() {
    return site;
  }

  /// Whether its waiting may end now without anybody's help.
  boolean ready() {
    return wait == null || wait.ready().getAsBoolean() || wait.interruptible() && interrupted;
  }

  /// Why its waiting would end now; only asked when [#ready].
  WakeReason reason() {
    return wait == null || wait.ready().getAsBoolean() ? WakeReason.READY : WakeReason.INTERRUPTED;
  }
}
