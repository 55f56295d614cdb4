package workbook.explore.runtime;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.reflect.InvocationTargetException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.WeakHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/// The static fields that begin afresh in every execution: those of the classes under test, and
/// those of the copied library classes, which all explorations in this JVM share.
public final class StaticState {
  /// For each loader, what resets the static fields of its classes. Guarded by this class's
  /// monitor.
  private static final Map<ClassLoader, List<MethodHandle>> RESETS = new WeakHashMap<>();

  /// Guards the static fields of the copied library classes: whoever executes them holds it, so one
  /// exploration runs at a time. Guards [#survivor], too.
  private static final ReentrantLock EXPLORING = new ReentrantLock();

  /// A thread that still executes such classes although its exploration has given up on it, and
  /// that nothing can end; null when there is none.
  private static ExplorerThread survivor;

  private StaticState() {}

  /// Called once by each class with such fields, when the JVM initialises it.
  public static synchronized void register(Class<?> type) throws ReflectiveOperationException {
    var method = type.getDeclaredMethod("$reset");
    method.setAccessible(true);
    var reset = MethodHandles.lookup().unreflect(method);
    RESETS.computeIfAbsent(type.getClassLoader(), loader -> new ArrayList<>()).add(reset);
  }

  /// Initialises a class under test in this execution, as a use of it in its code would. Does
  /// nothing for all other classes.
  ///
  /// @throws Error what the initialiser threw
  public static void initialise(Class<?> type) {
    if (type.isPrimitive() || type.isArray() || type.getClassLoader() == null) {
      return;
    }
    try {
      var holder =
          type.isInterface()
              ? Class.forName(type.getName() + "$$statics", true, type.getClassLoader())
              : type;
      var initialiser = holder.getDeclaredMethod("$init");
      initialiser.setAccessible(true);
      initialiser.invoke(null);
    } catch (InvocationTargetException e) {
      throw (Error) e.getCause();
    } catch (ClassNotFoundException | NoSuchMethodException nothingToDo) {
      // it has no static state
    } catch (IllegalAccessException impossible) {
      throw new AssertionError(impossible);
    }
  }

  /// Forgets what earlier executions left in static fields.
  public static synchronized void restart(ClassLoader... loaders) {
    for (var loader : loaders) {
      for (var reset : RESETS.getOrDefault(loader, List.of())) {
        try {
          reset.invokeExact();
        } catch (Throwable impossible) {
          throw new AssertionError(impossible);
        }
      }
    }
  }

  /// Runs work that executes code under test, alone. Blocks until all other such work has ended.
  public static <T> T exclusively(Supplier<T> work) {
    EXPLORING.lock();
    try {
      return work.get();
    } finally {
      EXPLORING.unlock();
    }
  }

  /// The thread of an earlier exploration that is still running, or null. Called while working
  /// [#exclusively].
  public static ExplorerThread survivor() {
    return survivor != null && survivor.isAlive() ? survivor : null;
  }

  /// Notes that a thread goes on executing although its exploration ends. Called while working
  /// [#exclusively].
  public static void leaveBehind(ExplorerThread thread) {
    survivor = thread;
  }
}
