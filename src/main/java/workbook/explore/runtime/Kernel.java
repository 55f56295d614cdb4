package workbook.explore.runtime;

/// What a model of a blocking class may do: all the scheduler offers to it.
///
/// A model is ordinary sequential code: nobody else runs until it waits. The call in the code under
/// test that led here has already had its decision point.
public final class Kernel {
  private Kernel() {}

  /// The running thread.
  public static LogicalThread me() {
    return Execution.now().me();
  }

  /// The thread that the run began with.
  public static LogicalThread first() {
    return Execution.now().threads().getFirst();
  }

  /// Waits. When the answer is [WakeReason#READY], the condition holds, and nobody has run since it
  /// did.
  public static WakeReason await(WaitCondition wait) {
    return Execution.now().await(wait);
  }

  /// A step that changes the object and publishes the past of this thread to those who acquire it.
  public static void release(Object object) {
    var execution = Execution.now();
    var location = execution.memory.whole(object);
    location.markWrite(execution.me());
    location.release(execution.me());
    execution.effect();
  }

  /// A step that changes the object and learns the past of those who released it.
  public static void acquire(Object object) {
    var execution = Execution.now();
    var location = execution.memory.whole(object);
    location.markWrite(execution.me());
    location.acquire(execution.me());
    execution.effect();
  }

  /// A step that only looks at the object.
  public static void look(Object object) {
    var execution = Execution.now();
    var location = execution.memory.whole(object);
    location.markRead(execution.me());
    location.acquire(execution.me());
    execution.me().loops.look();
  }

  /// A step that changes the object, without telling anybody about the past.
  public static void change(Object object) {
    var execution = Execution.now();
    execution.memory.whole(object).markWrite(execution.me());
    execution.effect();
  }

  /// Numbers the threads that were given no name, from 0.
  public static int nextNumber() {
    return Execution.now().nextNumber();
  }

  /// A step that failed to change the object, for example a `tryLock` in vain.
  public static void fail(Object object) {
    var execution = Execution.now();
    execution.memory.whole(object).markRead(execution.me());
    execution.me().loops.look();
  }

  /// Notes that somebody can tell a held lock from a free one without waiting for it. From then on
  /// letting it go is a decision point too.
  public static void heldIsVisible(SharedVariable what) {
    var execution = Execution.now();
    if (!execution.shared.contains(what)) {
      execution.discover(what);
    }
  }

  /// The decision point of a call that the code under test made on this object. A call that library
  /// code made for it has none: its own call was the step.
  public static void point(Object receiver) {
    var execution = Execution.now();
    if (!calledOn(receiver)) {
      execution.libraryStep();
      return;
    }
    execution.point();
    execution.did(receiver);
  }

  /// Like [#point], for a step that is a decision point only if somebody may notice it, see
  /// [#heldIsVisible].
  public static void pointIfVisible(Object receiver, SharedVariable what) {
    if (Execution.now().shared.contains(what)) {
      point(receiver);
    } else {
      quiet(receiver);
    }
  }

  /// A call that the code under test made on this object and nobody else can notice.
  public static void quiet(Object receiver) {
    if (calledOn(receiver)) {
      Execution.now().did(receiver);
    }
  }

  /// Chooses one of `count` equally likely outcomes, all of which will be explored.
  public static int pick(int count) {
    return Execution.now().pick(count);
  }

  /// Whether an unusual outcome happens; explored at the cost of one deviation.
  public static boolean unusual() {
    return Execution.now().pick(2, 1) == 1;
  }

  /// Lets the others that can run go first.
  public static void giveWay() {
    Execution.now().giveWay();
  }

  /// Virtual nanoseconds since the run began.
  public static long time() {
    return Execution.now().time();
  }

  /// The virtual time that many nanoseconds from now. What is more than a hundred years away, as
  /// for those who wait `Long.MAX_VALUE`, is [WaitCondition#NEVER].
  public static long deadline(long nanos) {
    if (nanos > WaitCondition.NEVER / 2) {
      return WaitCondition.NEVER;
    }
    return Math.min(WaitCondition.NEVER - 1, time() + Math.max(0, nanos));
  }

  /// Starts a thread.
  ///
  /// @param name how reports call it; empty for a number
  public static LogicalThread spawn(String name, Object face, Runnable code) {
    return Execution.now().spawn(name, face, code);
  }

  /// Whether the running step is a call that the code under test made on this very object, not a
  /// library class on its behalf.
  public static boolean calledOn(Object object) {
    return me().target == object;
  }

  /// Learns how the code under test calls the objects that can be reached from this one, if anybody
  /// is listening.
  public static void name(Object root) {
    var execution = Execution.now();
    if (execution.listener != null) {
      execution.names().scenario(root);
    }
  }

  /// Stops the check: the explorer cannot judge this.
  public static NotExplorableError refuse(String what) {
    return new NotExplorableError(what);
  }
}
