package workbook.explore.runtime;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// What happens around the calls of the JDK that call code under test back: other threads may run
/// meanwhile, unless the JDK holds a lock that they need.
public final class Callbacks {
  private Callbacks() {}

  // A call that computes one entry of a concurrent map

  /// Whether a method of this map locks the entry that it computes.
  public static boolean locksEntries(Map<?, ?> map, String method) {
    return map instanceof ConcurrentHashMap && !CollectionAccess.isOverridden(map, method);
  }

  /// The running thread begins to compute an entry, as soon as no other thread does.
  ///
  /// @return how many steps there have been
  public static int enterEntry(Map<?, ?> map, Object key, String method) {
    var execution = Execution.current();
    execution.entries.enter(map, key, method);
    Kernel.acquire(map);
    return execution.counter.steps();
  }

  /// The function has returned. What it did may let others see that the entry is not there yet.
  ///
  /// @param steps how many there had been before
  public static void beforeChange(int steps) {
    var execution = Execution.current();
    execution.mustGoOn();
    if (execution.counter.steps() != steps) {
      execution.scheduler.decisionPoint();
    }
  }

  public static void exitEntry(Map<?, ?> map) {
    var execution = Execution.current();
    if (!execution.ended()) {
      execution.entries.exit();
      Kernel.release(map);
    }
  }

  // Any other call that calls back

  /// Whether a call on this collection, or on its iterator, holds its monitor while it calls back.
  public static boolean holdsMonitor(Object receiver) {
    return lockOf(receiver, false) == CollectionAccess.Lock.MONITOR;
  }

  /// Whether a call that changes this collection keeps off all others that would.
  public static boolean locksWriters(Object receiver) {
    return lockOf(receiver, false) == CollectionAccess.Lock.WRITERS;
  }

  private static CollectionAccess.Lock lockOf(Object receiver, boolean reads) {
    return CollectionAccess.lockOf(Execution.current().memory.owner(receiver), reads);
  }

  /// Before a call on a collection that will call back.
  ///
  /// @param method its name
  /// @param reads whether it only reads the collection
  /// @param modelled whether other threads may run although it holds a lock
  /// @return how many steps there have been
  public static int enter(Object receiver, String method, boolean reads, boolean modelled) {
    if (receiver == null) {
      return 0;
    }
    var execution = Execution.current();
    var owner = execution.memory.owner(receiver);
    var lock = CollectionAccess.lockOf(owner, reads);
    switch (lock) {
      case MONITOR -> execution.memory.monitor(owner).enter(execution, execution.currentThread());
      case WRITERS -> execution.entries.enter(owner, null, method);
      case NONE -> {}
    }
    if (lock != CollectionAccess.Lock.NONE && !modelled) {
      execution.scheduler.enterAtomic();
    }
    return execution.counter.steps();
  }

  /// After it, whether it has returned or thrown. What it did last came after what was called back,
  /// and after other threads if they ran meanwhile.
  ///
  /// @param steps how many there had been before
  public static void exit(Object receiver, boolean reads, boolean modelled, int steps, int number) {
    if (receiver == null || Execution.current().ended()) {
      return;
    }
    var execution = Execution.current();
    var owner = execution.memory.owner(receiver);
    var lock = CollectionAccess.lockOf(owner, reads);
    if (lock != CollectionAccess.Lock.NONE && !modelled) {
      execution.scheduler.exitAtomic();
    }
    switch (lock) {
      case MONITOR -> execution.memory.monitor(owner).exit(execution, execution.currentThread());
      case WRITERS -> {
        execution.entries.exit();
        Kernel.release(owner);
      }
      case NONE -> {
        var othersRan = execution.counter.steps() != steps;
        CollectionAccess.endOfCall(execution, receiver, reads, othersRan, number);
      }
    }
  }

  // A call that cannot be stopped in the middle

  /// Before a call with `super.` that calls back: nobody else can run meanwhile.
  public static void enterAlone() {
    Execution.current().scheduler.enterAtomic();
  }

  public static void exitAlone() {
    Execution.current().scheduler.exitAtomic();
  }
}
