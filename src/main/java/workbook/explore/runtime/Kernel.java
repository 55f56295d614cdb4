package workbook.explore.runtime;

import java.util.List;
import java.util.function.Supplier;

/// What a model of a blocking class may do: all the scheduler offers to it.
///
/// A model is ordinary sequential code: nobody else runs until it waits. The call in the code under
/// test that led here has already had its decision point.
public final class Kernel {
  private Kernel() {}

  /// The running thread.
  public static LogicalThread currentThread() {
    return Execution.current().currentThread();
  }

  /// The thread that the execution began with.
  public static LogicalThread mainThread() {
    return Execution.current().threads().getFirst();
  }

  /// All threads that were started, in that order.
  public static List<LogicalThread> threads() {
    return Execution.current().threads();
  }

  /// Waits. When the answer is [WakeReason#READY], the condition holds, and nobody has run since it
  /// did.
  public static WakeReason await(WaitCondition wait) {
    return Execution.current().scheduler.await(wait);
  }

  /// A step that changes the object and publishes the past of this thread to those who acquire it.
  public static void release(Object object) {
    var execution = Execution.current();
    var location = execution.memory.whole(object);
    location.markWrite(execution.currentThread());
    location.release(execution.currentThread());
    execution.scheduler.touch(object);
  }

  /// A step that changes the object and learns the past of those who released it.
  public static void acquire(Object object) {
    var execution = Execution.current();
    var location = execution.memory.whole(object);
    location.markWrite(execution.currentThread());
    location.acquire(execution.currentThread());
    execution.scheduler.touch(object);
  }

  /// A step that takes this lock and learns the past of those who released it.
  ///
  /// @param waits whether the thread would have waited for it
  public static void take(Object lock, boolean waits) {
    var execution = Execution.current();
    var location = execution.memory.whole(lock);
    location.markTaken(execution.currentThread(), waits);
    location.acquire(execution.currentThread());
    execution.scheduler.touch(lock);
  }

  /// A step that only reads the object, and learns the past of those who released it.
  public static void readAcquire(Object object) {
    var execution = Execution.current();
    var location = execution.memory.whole(object);
    location.markRead(execution.currentThread());
    location.acquire(execution.currentThread());
  }

  /// A step that changes the object, without telling anybody about the past.
  public static void writePlain(Object object) {
    var execution = Execution.current();
    execution.memory.whole(object).markWrite(execution.currentThread());
    execution.scheduler.touch(object);
  }

  /// Notes that the object is about to be changed, perhaps.
  public static void touch(HashedState object) {
    Execution.current().scheduler.touch(object);
  }

  /// The running thread has waited for the end of another, and learns what that did.
  public static void joined(LogicalThread other) {
    var execution = Execution.current();
    if (execution.log != null) {
      execution.scheduler.decisionPoint(); // had it had to wait, its step would have ended here
    }
    var location = execution.memory.whole(other);
    if (execution.shared.contains(LogicalThread.LIFE)) {
      location.markRead(execution.currentThread());
    } else {
      location.markAwaited(execution.currentThread());
    }
    location.acquire(execution.currentThread());
  }

  /// Notes that the running thread has made an object, which the code under test may share.
  public static void made(Object object) {
    var execution = Execution.current();
    execution.memory.made(object, execution.currentThread());
  }

  /// Notes that what happens now depends on more than the objects that it uses.
  public static void approximates() {
    Execution.current().approximates();
  }

  /// Notes a change of something that the explorer does not follow.
  public static void changed() {
    Execution.current().scheduler.stateChanged();
  }

  /// Numbers the threads that were given no name, from 0.
  public static int nextThreadNumber() {
    return Execution.current().nextThreadNumber();
  }

  /// Whether some code can tell what [#makeVisible] names.
  public static boolean isVisible(SharedVariable what) {
    return Execution.current().shared.contains(what);
  }

  /// Whether the running thread has been interrupted, which it asks about when it is about to wait.
  public static boolean looksForInterrupt() {
    return Execution.current().scheduler.looksForInterrupt(currentThread());
  }

  /// A step that only reads the object and learns nothing, for example a failed `tryLock`.
  public static void readPlain(Object object) {
    var execution = Execution.current();
    execution.memory.whole(object).markRead(execution.currentThread());
  }

  /// Notes that some code can tell a held lock from a free one without waiting for it. From then
  /// on, releasing it is a visible step: a decision point.
  public static void makeVisible(SharedVariable what) {
    var execution = Execution.current();
    if (!execution.shared.contains(what)) {
      execution.discover(what);
    }
  }

  /// The decision point of a call that the code under test made on this object. A call that library
  /// code made for it has none: its own call was the step.
  public static void decisionPoint(Object receiver) {
    var execution = Execution.current();
    if (!calledOn(receiver)) {
      execution.libraryDecisionPoint();
      return;
    }
    execution.scheduler.decisionPoint();
    execution.report(receiver);
  }

  /// Like [#decisionPoint], of a call that takes a lock, for which the thread would wait.
  ///
  /// @param free waits for it
  public static void lockPoint(Object lock, WaitCondition free) {
    var execution = Execution.current();
    if (!calledOn(lock)) {
      execution.libraryDecisionPoint();
      return;
    }
    execution.scheduler.lockPoint(free);
    execution.report(lock);
  }

  /// Like [#decisionPoint], for a step that is a decision point only if somebody may notice it, see
  /// [#makeVisible].
  public static void decisionPointIfVisible(Object receiver, SharedVariable what) {
    if (Execution.current().shared.contains(what)) {
      decisionPoint(receiver);
    } else {
      report(receiver);
    }
  }

  /// A call that the code under test made on this object and that no other thread can notice.
  public static void report(Object receiver) {
    if (calledOn(receiver)) {
      Execution.current().report(receiver);
    }
  }

  /// The running thread signals, and this wakes those that have waited for it.
  ///
  /// @param waiters may be empty; asked at once, or never
  public static void woke(Object on, Supplier<List<LogicalThread>> waiters) {
    Execution.current().woke(on, waiters);
  }

  /// Chooses one of `count` equally likely outcomes, all of which will be explored.
  public static int chooseValue(int count) {
    return Execution.current().scheduler.chooseValue(count);
  }

  /// Whether the step fails for no reason; explored at the cost of one preemption.
  public static boolean failsSpuriously() {
    return Execution.current().scheduler.chooseValue(2, 1) == 1;
  }

  /// The order in which this run goes through a table of an immutable set or map: the occupied
  /// slots. All orders that the JDK can give will be explored. One order and the same backwards are
  /// free, each other one costs a preemption.
  public static int[] visit(boolean[] occupied) {
    var execution = Execution.current();
    var slots = execution.salt.visit(occupied, Kernel::chooseOrder);
    noteOrder(execution, slots[0] * 31L + slots[1]);
    return slots;
  }

  /// Whether this run goes through an immutable set of two elements the later one first.
  public static boolean laterFirst() {
    var execution = Execution.current();
    var later = execution.salt.laterFirst(Kernel::chooseOrder);
    noteOrder(execution, later ? 1 : 0);
    return later;
  }

  /// The call of the code under test that led here goes through this object in this order.
  public static void reportOrder(Object target, Iterable<?> elements) {
    var execution = Execution.current();
    if (execution.listener == null) {
      return;
    }
    var names = new java.util.StringJoiner(", ", "[", "]");
    elements.forEach(element -> names.add(execution.names().of(element)));
    execution.reportFound(target, names.toString());
  }

  private static int chooseOrder(int count) {
    return Execution.current().scheduler.chooseOrder(count);
  }

  /// Two threads that look at the same order learn the same, whoever looks first.
  private static void noteOrder(Execution execution, long order) {
    var me = execution.currentThread();
    me.history = Hashing.mix(me.history, order + 1);
  }

  /// Lets the others that can run go first.
  public static void yieldNow() {
    Execution.current().scheduler.loops.yieldNow();
  }

  /// The same, for code that may be waiting for time to pass.
  public static long lookAtClock() {
    return Execution.current().lookAtClock();
  }

  /// Virtual nanoseconds since the run began.
  public static long time() {
    return Execution.current().time();
  }

  /// The virtual time that many nanoseconds from now. What is more than a hundred years away, as
  /// for those who wait `Long.MAX_VALUE`, is [WaitCondition#NEVER].
  public static long deadline(long nanos) {
    if (nanos > WaitCondition.NEVER / 2) {
      return WaitCondition.NEVER;
    }
    return Math.min(WaitCondition.NEVER - 1, time() + Math.max(0, nanos));
  }

  /// Notes what the running thread prints, if anybody is listening.
  ///
  /// @param stream `System.out` or `System.err`
  public static void print(String stream, String text) {
    Execution.current().print(stream, text);
  }

  /// Notes that the running thread ends by this, whoever hears of it.
  public static void endsBy(Throwable thrown) {
    if (!Execution.current().ended() && !(thrown instanceof Fiber.Abandoned)) {
      currentThread().thrown = thrown;
    }
  }

  /// Starts a thread.
  ///
  /// @param name how reports call it; empty for a number
  public static LogicalThread spawn(String name, Object threadObject, Runnable code) {
    return Execution.current().scheduler.spawn(name, threadObject, code);
  }

  /// Whether the running step is a call that the code under test made on this very object, not a
  /// library class on its behalf.
  public static boolean calledOn(Object object) {
    return currentThread().target == object;
  }

  /// Learns how the code under test calls the objects that can be reached from this one, if anybody
  /// is listening.
  public static void learnNames(Object root) {
    var execution = Execution.current();
    if (execution.listener != null) {
      execution.names().scenario(root);
    }
  }

  /// Ends the run: the explorer cannot judge this.
  ///
  /// @param what the name of what the code under test asked for
  public static void refuse(String what) {
    var site = currentThread().site;
    Execution.current().refuse("%s, at %s:%d".formatted(what, site.file(), site.line()));
  }
}
