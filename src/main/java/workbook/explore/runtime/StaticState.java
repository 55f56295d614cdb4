package workbook.explore.runtime;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.WeakHashMap;

/// The classes whose static state begins afresh in every run, by the loader they belong to.
public final class StaticState {
  private static final Map<ClassLoader, List<MethodHandle>> CLASSES = new WeakHashMap<>();

  private StaticState() {}

  /// Called once by each such class, when the JVM initialises it.
  public static synchronized void register(Class<?> type) throws ReflectiveOperationException {
    var method = type.getDeclaredMethod("$reset");
    method.setAccessible(true);
    var reset = MethodHandles.lookup().unreflect(method);
    CLASSES.computeIfAbsent(type.getClassLoader(), loader -> new ArrayList<>()).add(reset);
  }

  /// Forgets what earlier runs left in static fields.
  public static synchronized void restart(ClassLoader... loaders) {
    for (var loader : loaders) {
      for (var reset : CLASSES.getOrDefault(loader, List.of())) {
        try {
          reset.invokeExact();
        } catch (Throwable impossible) {
          throw new AssertionError(impossible);
        }
      }
    }
  }
}
