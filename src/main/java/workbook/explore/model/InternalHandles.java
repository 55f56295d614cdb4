package workbook.explore.model;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/// Stands in for the JDK's internal helper that finds VarHandles, for the copies of JDK classes.
public final class InternalHandles {
  private InternalHandles() {}

  public static VarHandle findVarHandle(MethodHandles.Lookup lookup, String name, Class<?> type) {
    return findVarHandle(lookup, lookup.lookupClass(), name, type);
  }

  public static VarHandle findVarHandle(
      MethodHandles.Lookup lookup, Class<?> owner, String name, Class<?> type) {
    try {
      return lookup.findVarHandle(owner, name, type);
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }
}
