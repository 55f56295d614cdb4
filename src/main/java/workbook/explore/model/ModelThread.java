package workbook.explore.model;

import java.time.Duration;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.locks.Lock;
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
public class ModelThread implements Runnable, OwnDecisionPoints {
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
  private String name;
  private boolean daemon;
  private final boolean virtual;
  private int priority = NORM_PRIORITY;
  private UncaughtExceptionHandler handler;

  /// The handler for all threads that have none; kept by the first thread of the run.
  private UncaughtExceptionHandler handlerForAll;

  private LogicalThread logical;
  private boolean interruptedBeforeStart;
  private InternalContainer container;

  /// Never used; library code of worker threads asks where they are.
  Object threadLocals;

  Object inheritableThreadLocals;
  ClassLoader contextClassLoader;

  /// One `unpark` that has not been used up by a `park`.
  boolean permit;

  /// What it says it is parked for.
  Object blocker;

  public ModelThread() {
    this((Runnable) null);
  }

  public ModelThread(Runnable task) {
    this(task, null);
  }

  public ModelThread(String name) {
    this(null, Objects.requireNonNull(name, "name"));
  }

  public ModelThread(Runnable task, String name) {
    this(task, name, false, Kernel.currentThread().daemon());
  }

  /// Groups are not modelled; library code passes one along without using it.
  public ModelThread(ThreadGroup group, Runnable task, String name, long stackSize) {
    this(task, name);
  }

  public ModelThread(
      ThreadGroup group, Runnable task, String name, long stackSize, boolean inheritLocals) {
    this(task, name);
  }

  ModelThread(Runnable task, String name, boolean virtual, boolean daemon) {
    var maker = currentThread();
    this.task = task;
    this.virtual = virtual;
    this.daemon = virtual || daemon;
    this.name = name != null ? name : virtual ? "" : "Thread-" + Kernel.nextThreadNumber();
    contextClassLoader = maker.contextClassLoader;
    for (var local : maker.locals.keySet()) {
      if (local instanceof ModelThreadLocal.Inheritable<?> i) {
        locals.put(i, i.passed(maker));
      }
    }
  }

  /// The object for a logical thread that was not started by the code under test.
  private ModelThread(LogicalThread logical) {
    this.logical = logical;
    task = null;
    virtual = false;
    name = logical.name();
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
    Kernel.report(this);
    logical = Kernel.spawn(name, this, this::live);
    logical.daemon(daemon);
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
      var told = handler != null ? handler : getDefaultUncaughtExceptionHandler();
      if (told == null) {
        throw thrown;
      }
      told.uncaughtException(this, thrown);
    } finally {
      if (container != null) {
        container.onExit(this);
      }
    }
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
    Kernel.decisionPoint(this);
    if (logical != null) {
      Kernel.readAcquire(logical);
    }
    return logical != null && !logical.finished();
  }

  public Thread.State getState() {
    Kernel.decisionPoint(this);
    if (logical == null) {
      return Thread.State.NEW;
    }
    Kernel.readAcquire(logical);
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

  public final String getName() {
    return name;
  }

  public final void setName(String name) {
    this.name = Objects.requireNonNull(name);
    if (logical != null) {
      logical.rename(name);
    }
  }

  public final boolean isDaemon() {
    return daemon;
  }

  public final void setDaemon(boolean on) {
    if (virtual && !on) {
      throw new IllegalArgumentException("virtual threads are always daemons");
    }
    if (logical != null && !logical.finished()) {
      throw new IllegalThreadStateException("this thread runs already");
    }
    daemon = on;
  }

  public final boolean isVirtual() {
    return virtual;
  }

  public long getId() {
    return threadId();
  }

  public final long threadId() {
    return logical == null ? 0 : logical.id() + 1;
  }

  public final int getPriority() {
    return priority;
  }

  public final void setPriority(int priority) {
    if (priority < MIN_PRIORITY || priority > MAX_PRIORITY) {
      throw new IllegalArgumentException("priority must be from 1 to 10");
    }
    if (!virtual) {
      this.priority = priority;
    }
  }

  public StackTraceElement[] getStackTrace() {
    return new StackTraceElement[0];
  }

  public final ThreadGroup getThreadGroup() {
    return Thread.currentThread().getThreadGroup();
  }

  public ClassLoader getContextClassLoader() {
    return contextClassLoader;
  }

  public void setContextClassLoader(ClassLoader loader) {
    contextClassLoader = loader;
  }

  public UncaughtExceptionHandler getUncaughtExceptionHandler() {
    return handler;
  }

  public void setUncaughtExceptionHandler(UncaughtExceptionHandler handler) {
    this.handler = handler;
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
    return Hooks.hash(this);
  }

  @Override
  public boolean equals(Object other) {
    return this == other;
  }

  @Override
  public String toString() {
    return "Thread[#" + threadId() + "," + getName() + "]";
  }

  LogicalThread logical() {
    return logical;
  }
}
