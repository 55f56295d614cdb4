package workbook.explore.model;

import java.time.Duration;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.locks.Lock;
import workbook.explore.runtime.HashHooks;
import workbook.explore.runtime.HashedState;
import workbook.explore.runtime.Hooks;
import workbook.explore.runtime.Kernel;
import workbook.explore.runtime.LogicalThread;
import workbook.explore.runtime.OwnDecisionPoints;
import workbook.explore.runtime.WaitCondition;

/// Stands in for `java.lang.Thread`, platform and virtual alike: what code under test knows of a
/// logical thread.
///
/// Starting, naming and asking for the current thread are no decision points; nobody can tell when
/// they happen. Joining waits, and what waits is a decision by itself.
public class ModelThread extends ModelThreadAttributes
    implements Runnable, OwnDecisionPoints, HashedState {
  public static final int MIN_PRIORITY = 1;
  public static final int NORM_PRIORITY = 5;
  public static final int MAX_PRIORITY = 10;

  /// Stands in for `Thread.UncaughtExceptionHandler`.
  @FunctionalInterface
  public interface UncaughtExceptionHandler {
    void uncaughtException(ModelThread thread, Throwable thrown);
  }

  final Map<Object, Object> locals = new IdentityHashMap<>();

  /// The scoped values that are bound where this thread is now.
  Map<ModelScopedValue<?>, Object> scope = Map.of();

  private final Runnable task;

  /// The handler for all threads that have none; kept by the first thread of the run.
  private UncaughtExceptionHandler handlerForAll;

  private boolean interruptedBeforeStart;
  private InternalContainer container;

  /// Never used; library code of worker threads asks where they are.
  Object threadLocals;

  Object inheritableThreadLocals;

  /// One `unpark` that has not been used up by a `park`.
  boolean permit;

  /// Whether the code under test gave that permit. Code of the JDK looks again and does not miss
  /// one that is lost.
  boolean permitIsGiven;

  /// Whether a permit that it was given went while it waited for something else.
  boolean permitIsLost;

  /// What it says it is parked for.
  Object blocker;

  public ModelThread() {
    this((Runnable) null);
  }

  public ModelThread(Runnable task) {
    this(task, null);
  }

  public ModelThread(ModelThreadGroup group, Runnable task) {
    this(group, task, null, false, Kernel.currentThread().daemon());
  }

  public ModelThread(String name) {
    this((ModelThreadGroup) null, name);
  }

  public ModelThread(ModelThreadGroup group, String name) {
    this(group, null, name);
  }

  public ModelThread(Runnable task, String name) {
    this(null, task, name, false, Kernel.currentThread().daemon());
  }

  public ModelThread(ModelThreadGroup group, Runnable task, String name) {
    this(group, task, name, 0);
  }

  public ModelThread(ModelThreadGroup group, Runnable task, String name, long stackSize) {
    this(group, task, Objects.requireNonNull(name, "name"), false, Kernel.currentThread().daemon());
  }

  public ModelThread(
      ModelThreadGroup group, Runnable task, String name, long stackSize, boolean inheritLocals) {
    this(group, task, name, stackSize);
  }

  /// @param group null for the one of the running thread
  /// @param name null for a number, or for no name if it is virtual
  ModelThread(ModelThreadGroup group, Runnable task, String name, boolean virtual, boolean daemon) {
    super(
        group != null ? group : currentThread().group(),
        name != null ? name : virtual ? "" : "Thread-" + Kernel.nextThreadNumber(),
        virtual,
        virtual || daemon);
    var maker = currentThread();
    this.task = task;
    contextClassLoader = maker.contextClassLoader;
    for (var local : maker.locals.keySet()) {
      if (local instanceof ModelThreadLocal.Inheritable<?> i) {
        locals.put(i, i.passed(maker));
      }
    }
  }

  /// The object for a logical thread that was not started by the code under test.
  private ModelThread(LogicalThread first) {
    super(ModelThreadGroup.ofFirstThread(), first.name(), false, false);
    logical = first;
    task = null;
  }

  public static ModelThread currentThread() {
    var me = Kernel.currentThread();
    if (me.threadObject() == null) {
      me.threadObject(new ModelThread(me));
    }
    return (ModelThread) me.threadObject();
  }

  public static ModelThread startVirtualThread(Runnable task) {
    return ofVirtual().start(Objects.requireNonNull(task));
  }

  public static ModelThreadBuilder.OfPlatform ofPlatform() {
    return new ModelThreadMaker.Platform();
  }

  public static ModelThreadBuilder.OfVirtual ofVirtual() {
    return new ModelThreadMaker.Virtual();
  }

  public static void yield() {
    if (Kernel.calledOn(Hooks.STATICS)) {
      Kernel.yieldNow();
    }
  }

  public static void onSpinWait() {
    if (Kernel.calledOn(Hooks.STATICS)) {
      Kernel.yieldNow();
    }
  }

  public static void sleep(long millis) throws InterruptedException {
    if (millis < 0) {
      throw new IllegalArgumentException("timeout value is negative");
    }
    Waiting.pause(millis * 1_000_000);
  }

  public static void sleep(long millis, int nanos) throws InterruptedException {
    if (nanos < 0 || nanos > 999_999) {
      throw new IllegalArgumentException("nanosecond timeout value out of range");
    }
    sleep(millis + (nanos > 0 ? 1 : 0));
  }

  public static void sleep(Duration time) throws InterruptedException {
    Waiting.pause(Math.max(0, time.toNanos()));
  }

  public static boolean interrupted() {
    Kernel.decisionPoint(Hooks.STATICS);
    var me = Kernel.currentThread();
    if (!me.interrupted()) {
      Kernel.readAcquire(currentThread());
      return false;
    }
    Waiting.clearedInterrupt();
    return true;
  }

  public static boolean holdsLock(Object object) {
    return Hooks.holdsLock(object);
  }

  @Override
  public void run() {
    if (task != null) {
      task.run();
    }
  }

  public void start() {
    if (logical != null) {
      throw new IllegalThreadStateException("this thread was started before");
    }
    Kernel.made(this);
    Kernel.decisionPointIfVisible(this, LogicalThread.LIFE);
    logical = Kernel.spawn(getName(), this, this::live);
    logical.daemon(isDaemon());
    logical.interrupted(interruptedBeforeStart);
  }

  /// Starts it as a thread of an executor that wants to know when it ends.
  void start(InternalContainer in) {
    container = in;
    in.onStart(this);
    start();
  }

  private void live() {
    try {
      run();
    } catch (Throwable thrown) {
      Kernel.endsBy(thrown);
      getUncaughtExceptionHandler().uncaughtException(this, thrown);
    } finally {
      if (container != null) {
        container.onExit(this);
      }
    }
  }

  /// As in the JDK since 20.
  public final void stop() {
    throw new UnsupportedOperationException();
  }

  public final void join() throws InterruptedException {
    Waiting.forEnd(this, WaitCondition.NEVER);
  }

  public final void join(long millis) throws InterruptedException {
    if (millis < 0) {
      throw new IllegalArgumentException("timeout value is negative");
    }
    Waiting.forEnd(this, millis == 0 ? WaitCondition.NEVER : millis * 1_000_000);
  }

  public final void join(long millis, int nanos) throws InterruptedException {
    if (nanos < 0 || nanos > 999_999) {
      throw new IllegalArgumentException("nanosecond timeout value out of range");
    }
    join(millis + (nanos > 0 ? 1 : 0));
  }

  public final boolean join(Duration time) throws InterruptedException {
    if (logical == null) {
      throw new IllegalThreadStateException("this thread was not started");
    }
    Waiting.forEnd(this, time.toNanos());
    return !isAlive();
  }

  public void interrupt() {
    Kernel.decisionPoint(this);
    Kernel.release(this);
    if (logical == null) {
      interruptedBeforeStart = true;
    } else {
      logical.interrupted(true);
    }
  }

  public boolean isInterrupted() {
    Kernel.decisionPoint(this);
    Kernel.readAcquire(this);
    return logical == null ? interruptedBeforeStart : logical.interrupted();
  }

  public final boolean isAlive() {
    lifeIsSeen();
    if (logical != null) {
      Kernel.readAcquire(logical);
    }
    return logical != null && !logical.finished();
  }

  public Thread.State getState() {
    lifeIsSeen();
    if (logical == null) {
      return Thread.State.NEW;
    }
    Kernel.readAcquire(logical);
    Kernel.approximates();
    Kernel.changed(); // or nobody who looks again would see that it waits by now
    if (logical.finished()) {
      return Thread.State.TERMINATED;
    }
    var wait = logical.waitCondition();
    if (wait == null || wait.kind() == WaitCondition.Kind.INITIALISATION) {
      return Thread.State.RUNNABLE;
    }
    var monitor = wait.kind() == WaitCondition.Kind.LOCK && !(wait.on() instanceof Lock);
    if (monitor) {
      return Thread.State.BLOCKED;
    }
    return wait.deadline() == WaitCondition.NEVER
        ? Thread.State.WAITING
        : Thread.State.TIMED_WAITING;
  }

  /// The code under test looks whether this thread lives: a step, and to start and to end are steps
  /// from now on.
  private void lifeIsSeen() {
    if (Kernel.calledOn(this)) {
      Kernel.makeVisible(LogicalThread.LIFE);
    }
    Kernel.decisionPoint(this);
  }

  public long getId() {
    return threadId();
  }

  public final long threadId() {
    return logical == null ? 0 : logical.id() + 1;
  }

  /// Its own, or nothing for a thread that is not alive. Where another thread is that lives, nobody
  /// here can tell.
  public StackTraceElement[] getStackTrace() {
    if (this == currentThread()) {
      return CallStack.ofRunningThread();
    }
    if (isAlive()) {
      Kernel.refuse("java.lang.Thread.getStackTrace, of another thread");
    }
    return new StackTraceElement[0];
  }

  public static Map<ModelThread, StackTraceElement[]> getAllStackTraces() {
    Kernel.refuse("java.lang.Thread.getAllStackTraces");
    return Map.of();
  }

  /// What it prints, nobody reads.
  public static void dumpStack() {}

  public static int activeCount() {
    return currentThread().getThreadGroup().activeCount();
  }

  public static int enumerate(ModelThread[] into) {
    return currentThread().getThreadGroup().enumerate(into);
  }

  public static void setDefaultUncaughtExceptionHandler(UncaughtExceptionHandler handler) {
    first().handlerForAll = handler;
  }

  public static UncaughtExceptionHandler getDefaultUncaughtExceptionHandler() {
    return first().handlerForAll;
  }

  private static ModelThread first() {
    return (ModelThread) Kernel.mainThread().threadObject();
  }

  @Override
  public int hashCode() {
    return HashHooks.hash(this);
  }

  @Override
  public boolean equals(Object other) {
    return this == other;
  }

  @Override
  public String toString() {
    return "Thread[#" + threadId() + "," + getName() + "]";
  }

  @Override
  public long stateHash() {
    return (long) (permit ? 1 : 0) + (logical != null && logical.interrupted() ? 2 : 0);
  }
}
