package workbook.explore.runtime;

import java.lang.invoke.VarHandle;

/// What rewritten code calls around accesses that are one step of the machine, and fences.
public final class AtomicHooks {
  private AtomicHooks() {}

  /// Before a call on an atomic object of the JDK.
  ///
  /// @param mode see [AccessMode]
  public static void atomic(Object atomic, int mode, int number) {
    Hooks.call(atomic, number);
    var execution = Execution.current();
    if (!CodeLocation.of(number).name().equals("length")) {
      AtomicAccess.object(execution, atomic, mode);
    }
  }

  /// Before a call that uses one element of an atomic array of the JDK.
  ///
  /// @param mode see [AccessMode]
  public static void element(Object array, int index, int mode, int number) {
    Hooks.call(array, number);
    AtomicAccess.element(Execution.current(), array, index, mode);
  }

  /// After one that called a function: what that wrote is published with the value it gave.
  public static void elementComputed(Object array, int index) {
    AtomicAccess.elementComputed(Execution.current(), array, index);
  }

  /// After a read that may have been shown an old value.
  public static void afterDisguise() {
    Execution.current().access.restore();
  }

  /// In place of a fence of `VarHandle`.
  ///
  /// @param mode see [AccessMode]
  public static void fence(int mode, int number) {
    var execution = Execution.current();
    execution.locate(number, Hooks.STATICS);
    AtomicAccess.fence(execution, mode);
  }

  /// Before an access through a VarHandle of one of the code's own fields or of an array.
  ///
  /// @param object the first argument of the access if it is an object, else [Hooks#STATICS]
  /// @param index the second argument if it is an int, else -1
  /// @param mode see [AccessMode]
  public static void handle(VarHandle handle, Object object, int index, int mode, int number) {
    var execution = Execution.current();
    execution.locate(number, object);
    AtomicAccess.handle(execution, handle, object, index, mode);
  }

  /// Before an access through a field updater.
  public static void updater(Object updater, Object object, int mode, int number) {
    var execution = Execution.current();
    execution.locate(number, object);
    AtomicAccess.updater(execution, updater, object, mode);
  }

  /// After a field updater was made.
  public static void newUpdater(Object updater, Class<?> type, String field) {
    AtomicAccess.learn(updater, type, field);
  }
}
