package workbook.explore.runtime;

import java.util.Random;

/// What rewritten code calls around everything that another thread could see.
///
/// A read is `beforeRead`, the read itself, `afterRead`; a write is told the value there and the
/// value to come. Calls have their decision point here and are then made as written.
public final class Hooks {
  /// Stands for the object of a static field.
  public static final Object STATICS = new Object();

  private Hooks() {}

  // Reads

  public static void beforeRead(Object object, int number) {
    if (object == null) {
      return;
    }
    var execution = Execution.current();
    var site = execution.locate(number, object);
    execution.access.read(site, execution.memory.field(object, site.variable()), object, -1);
  }

  public static void beforeRead(Object array, int index, int number) {
    if (array == null) {
      return;
    }
    var execution = Execution.current();
    var site = execution.locate(number, array);
    execution.access.read(site, execution.memory.element(array, index), array, index);
  }

  public static Object afterRead(Object value) {
    var access = Execution.current().access;
    return access.pending() ? access.seen(value) : value;
  }

  /// Before an object in an array is read. Its type may be any, so it is not given another value
  /// after the read, but another stands there meanwhile.
  public static void beforeElementRead(Object[] array, int index, int number) {
    beforeRead(array, index, number);
    if (array != null) {
      Execution.current().access.readElement(array, index);
    }
  }

  public static int afterRead(int value) {
    var access = Execution.current().access;
    return access.pending() ? (int) access.seen(value) : value;
  }

  public static long afterRead(long value) {
    var access = Execution.current().access;
    return access.pending() ? (long) access.seen(value) : value;
  }

  public static float afterRead(float value) {
    var access = Execution.current().access;
    return access.pending() ? (float) access.seen(value) : value;
  }

  public static double afterRead(double value) {
    var access = Execution.current().access;
    return access.pending() ? (double) access.seen(value) : value;
  }

  // Writes

  public static void write(Object object, Object before, Object after, int number) {
    var execution = Execution.current();
    var site = execution.locate(number, object);
    execution.access.write(
        site, execution.memory.field(object, site.variable()), object, -1, before, after);
  }

  public static void write(Object object, int before, int after, int number) {
    write(object, (Object) before, (Object) after, number);
  }

  public static void write(Object object, long before, long after, int number) {
    write(object, (Object) before, (Object) after, number);
  }

  public static void write(Object object, float before, float after, int number) {
    write(object, (Object) before, (Object) after, number);
  }

  public static void write(Object object, double before, double after, int number) {
    write(object, (Object) before, (Object) after, number);
  }

  public static void write(Object array, int index, Object before, Object after, int number) {
    var execution = Execution.current();
    var site = execution.locate(number, array);
    execution.access.write(
        site, execution.memory.element(array, index), array, index, before, after);
  }

  public static void write(Object array, int index, int before, int after, int number) {
    write(array, index, (Object) before, (Object) after, number);
  }

  public static void write(Object array, int index, long before, long after, int number) {
    write(array, index, (Object) before, (Object) after, number);
  }

  public static void write(Object array, int index, float before, float after, int number) {
    write(array, index, (Object) before, (Object) after, number);
  }

  public static void write(Object array, int index, double before, double after, int number) {
    write(array, index, (Object) before, (Object) after, number);
  }

  /// Before a final field is given its value: others may know the value by the field's name.
  ///
  /// @param owner null for a static field
  public static void beforeFinalWrite(Object owner, Object value, String field) {
    if (Execution.inProgress() && Execution.current().listener != null) {
      Execution.current().names().learnField(owner, field, value);
    }
  }

  /// At the end of a constructor, for each final field of a class that may hand out `this` before.
  public static void freeze(Object object, int number) {
    var execution = Execution.current();
    execution.memory.field(object, CodeLocation.of(number).variable()).freeze();
  }

  // Monitors

  public static void monitorEnter(Object object, int number) {
    if (object == null) {
      throw new NullPointerException("synchronized on null");
    }
    var execution = Execution.current();
    execution.locate(number, object);
    var monitor = execution.memory.monitor(object);
    monitor.beforeEnter(execution, execution.currentThread());
    monitor.enter(execution, execution.currentThread());
    execution.report(object);
  }

  public static void monitorExit(Object object, int number) {
    var execution = Execution.current();
    if (execution.ended()) {
      return;
    }
    execution.locate(number, object);
    execution.report(object);
    execution.memory.monitor(object).exit(execution, execution.currentThread());
  }

  public static void await(Object object, int number) throws InterruptedException {
    await(object, 0, number);
  }

  /// `Object.wait` with a limit in milliseconds, 0 for none.
  public static void await(Object object, long millis, int number) throws InterruptedException {
    if (millis < 0) {
      throw new IllegalArgumentException("timeout value is negative");
    }
    var execution = Execution.current();
    execution.locate(number, object);
    await(
        execution, object, millis == 0 ? WaitCondition.NEVER : Kernel.deadline(millis * 1_000_000));
  }

  /// `TimeUnit.timedWait`, of which the running thread has already said where it is.
  public static void awaitNanos(Object object, long nanos) throws InterruptedException {
    await(Execution.current(), object, Kernel.deadline(nanos));
  }

  private static void await(Execution execution, Object object, long deadline)
      throws InterruptedException {
    execution.report(object);
    execution.memory.monitor(object).await(execution, execution.currentThread(), deadline);
  }

  public static void await(Object object, long millis, int nanos, int number)
      throws InterruptedException {
    if (nanos < 0 || nanos > 999_999) {
      throw new IllegalArgumentException("nanosecond timeout value out of range");
    }
    await(object, millis + (nanos > 0 ? 1 : 0), number);
  }

  public static void signal(Object object, int number) {
    var execution = Execution.current();
    execution.locate(number, object);
    var monitor = execution.memory.monitor(object);
    monitor.letInterruptedLeave(execution, execution.currentThread());
    execution.report(object);
    monitor.signal(execution, execution.currentThread());
  }

  public static void signalAll(Object object, int number) {
    var execution = Execution.current();
    execution.locate(number, object);
    var monitor = execution.memory.monitor(object);
    monitor.letInterruptedLeave(execution, execution.currentThread());
    execution.report(object);
    monitor.signalAll(execution, execution.currentThread());
  }

  public static boolean holdsLock(Object object) {
    var execution = Execution.current();
    return execution.memory.monitor(object).heldBy(execution.currentThread());
  }

  // Calls

  /// Before a call on something modelled or copied: a lock, a queue, a thread, a future.
  public static void call(Object receiver, int number) {
    var execution = Execution.current();
    execution.locate(number, receiver);
    if (receiver instanceof OwnDecisionPoints) {
      return;
    }
    execution.scheduler.decisionPoint();
    if (receiver instanceof Random) {
      execution.scheduler.stateChanged();
    }
    execution.report(receiver);
  }

  /// At the beginning of a method of the code under test: what a library does after calling it back
  /// is a new step. Code that is only leaving, because the execution is over, calls nothing any
  /// more; so it leaves, whatever it catches.
  public static void methodEntered() {
    if (StepCounter.overflowsTooOften()) {
      throw Fiber.ABANDONED;
    }
    if (Execution.inProgress()) {
      Execution.current().methodEntered();
    }
  }

  /// After a call of library code in code under test, and where library code catches what code
  /// under test may have thrown: what the library does next is a new step.
  public static void backInCodeUnderTest() {
    if (Execution.inProgress()) {
      Execution.current().backInCodeUnderTest();
    }
  }

  /// The code under test has caught a `StackOverflowError`.
  public static void overflowed(Object caught) {
    StepCounter.overflowed(caught);
  }

  /// After a `StampedLock` gave out an optimistic stamp.
  public static void optimistic(long stamp) {
    Execution.current().races.optimistic(stamp != 0);
  }

  /// After another call on a `StampedLock`.
  public static void stampedLockUsed() {
    Execution.current().races.stampedLockUsed();
  }

  /// After an optimistic stamp was checked.
  public static void validated(boolean valid) {
    Execution.current().races.validated(valid);
  }

  /// After it was converted; 0 says that it could not be.
  public static void validated(long stamp) {
    Execution.current().races.validated(stamp != 0);
  }

  /// Before a static call that makes its own decision point, if it is one at all.
  public static void locate(Object target, int number) {
    Execution.current().locate(number, target);
  }

  /// Before a call on a collection or another object of the JDK that somebody may share.
  ///
  /// @param key which entry of a map it changes; null when it only reads, or that is not known
  public static void collection(Object receiver, Object key, boolean reads, int number) {
    if (receiver != null) {
      CollectionAccess.call(Execution.current(), receiver, key, reads, number);
    }
  }

  /// Before a call on a superclass that is a collection of the JDK.
  public static void superCollection(Object receiver, boolean reads, int number) {
    CollectionAccess.superCall(Execution.current(), receiver, reads, number);
  }

  /// After a `LinkedHashMap` was made.
  ///
  /// @param on whether it orders its entries by access
  public static void accessOrder(Object map, boolean on) {
    if (on) {
      Execution.current().memory.accessOrder(map);
    }
  }

  /// After a call that returned an iterator or a view: using it is using the collection.
  public static void view(Object collection, Object view) {
    var execution = Execution.current();
    if (view != null) {
      execution.memory.owner(view, execution.memory.owner(collection));
    }
  }

  // Control flow

  /// Before a statement that adds to a variable and does nothing else with it, `n++`.
  public static void onlyCounts() {
    Execution.current().access.onlyCounts();
  }

  /// Before a call of a method of the JDK that may change something the explorer does not follow.
  public static void changed() {
    if (Execution.inProgress()) {
      Execution.current().scheduler.stateChanged();
    }
  }

  /// Before a call that would end the JVM.
  public static void endsProgram(int number) {
    var execution = Execution.current();
    execution.locate(number, STATICS);
    execution.end(ResultExplainer.endedProgram(execution));
  }

  /// Before something the explorer does not control.
  public static void refuse(String what) {
    Execution.current().refuse(what);
  }

  /// After an object was made.
  public static void made(Object object) {
    var execution = ExplorerThread.currentExecution();
    if (execution != null && execution.log != null) {
      execution.memory.made(object, execution.currentThread());
    }
  }

  // Library code: no decision points, but it synchronises

  public static void libraryRead(Object object) {
    if (object == null) {
      return;
    }
    Execution.current().libraryDecisionPoint();
    Kernel.readAcquire(object);
  }

  public static void libraryWrite(Object object) {
    if (object == null) {
      return;
    }
    Execution.current().libraryDecisionPoint();
    Kernel.acquire(object);
    Kernel.release(object);
  }

  public static void libraryCollection(Object collection) {
    if (collection != null && CollectionAccess.isConcurrent(collection)) {
      libraryWrite(collection);
    }
  }
}
