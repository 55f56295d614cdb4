package workbook.explore.model;

import static java.lang.invoke.MethodType.methodType;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.reflect.Array;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.IntUnaryOperator;
import java.util.function.LongUnaryOperator;
import workbook.explore.runtime.Hooks;

/// Stands in for the JDK's internal Unsafe, for the copies of JDK classes.
///
/// Only one logical thread runs at a time and none stops inside such a call, so comparing and
/// setting one after the other is atomic. An offset is a number given to a field; for an array it
/// is the index.
public final class InternalUnsafe {
  private static final InternalUnsafe THE_ONE = new InternalUnsafe();
  private static final List<Slot> SLOTS = new ArrayList<>();

  /// How a field is read and written.
  private record Slot(MethodHandle get, MethodHandle set) {}

  private InternalUnsafe() {}

  public static InternalUnsafe getUnsafe() {
    return THE_ONE;
  }

  public long objectFieldOffset(Class<?> type, String name) {
    try {
      return number(type.getDeclaredField(name));
    } catch (NoSuchFieldException e) {
      throw new InternalError(e);
    }
  }

  public Object staticFieldBase(Field field) {
    return Hooks.STATICS;
  }

  public long staticFieldOffset(Field field) {
    return number(field);
  }

  private static synchronized long number(Field field) {
    field.setAccessible(true);
    try {
      var get = MethodHandles.lookup().unreflectGetter(field);
      var set = MethodHandles.lookup().unreflectSetter(field);
      if (Modifier.isStatic(field.getModifiers())) {
        get = MethodHandles.dropArguments(get, 0, Object.class);
        set = MethodHandles.dropArguments(set, 0, Object.class);
      }
      SLOTS.add(
          new Slot(
              get.asType(methodType(Object.class, Object.class)),
              set.asType(methodType(void.class, Object.class, Object.class))));
      return SLOTS.size() - 1L;
    } catch (IllegalAccessException e) {
      throw new InternalError(e);
    }
  }

  public long arrayBaseOffset(Class<?> type) {
    return 0;
  }

  public int arrayIndexScale(Class<?> type) {
    return 1;
  }

  private static Object get(Object object, long offset) {
    Hooks.libraryRead(object);
    if (object.getClass().isArray()) {
      return Array.get(object, (int) offset);
    }
    try {
      return SLOTS.get((int) offset).get.invokeExact(object);
    } catch (Throwable impossible) {
      throw new InternalError(impossible);
    }
  }

  private static void set(Object object, long offset, Object value) {
    Hooks.libraryWrite(object);
    if (object.getClass().isArray()) {
      Array.set(object, (int) offset, value);
      return;
    }
    try {
      SLOTS.get((int) offset).set.invokeExact(object, value);
    } catch (Throwable impossible) {
      throw new InternalError(impossible);
    }
  }

  private static boolean compareAndSet(Object object, long offset, Object expected, Object value) {
    var now = get(object, offset);
    var same = now instanceof Number ? Objects.equals(now, expected) : now == expected;
    if (same) {
      set(object, offset, value);
    }
    return same;
  }

  public boolean compareAndSetReference(Object object, long offset, Object expected, Object value) {
    return compareAndSet(object, offset, expected, value);
  }

  public boolean weakCompareAndSetReference(
      Object object, long offset, Object expected, Object value) {
    return compareAndSet(object, offset, expected, value);
  }

  public boolean compareAndSetInt(Object object, long offset, int expected, int value) {
    return compareAndSet(object, offset, expected, value);
  }

  public boolean weakCompareAndSetInt(Object object, long offset, int expected, int value) {
    return compareAndSet(object, offset, expected, value);
  }

  public boolean compareAndSetLong(Object object, long offset, long expected, long value) {
    return compareAndSet(object, offset, expected, value);
  }

  public long compareAndExchangeLong(Object object, long offset, long expected, long value) {
    var before = (long) get(object, offset);
    if (before == expected) {
      set(object, offset, value);
    }
    return before;
  }

  public Object compareAndExchangeReference(
      Object object, long offset, Object expected, Object value) {
    var before = get(object, offset);
    if (before == expected) {
      set(object, offset, value);
    }
    return before;
  }

  private static int updateInt(Object object, long offset, IntUnaryOperator update) {
    var before = (int) get(object, offset);
    set(object, offset, update.applyAsInt(before));
    return before;
  }

  private static long updateLong(Object object, long offset, LongUnaryOperator update) {
    var before = (long) get(object, offset);
    set(object, offset, update.applyAsLong(before));
    return before;
  }

  public int getAndBitwiseAndInt(Object object, long offset, int mask) {
    return updateInt(object, offset, before -> before & mask);
  }

  public int getAndBitwiseOrInt(Object object, long offset, int mask) {
    return updateInt(object, offset, before -> before | mask);
  }

  public int getAndAddInt(Object object, long offset, int delta) {
    return updateInt(object, offset, before -> before + delta);
  }

  public int getAndSetInt(Object object, long offset, int value) {
    return updateInt(object, offset, before -> value);
  }

  public long getAndBitwiseOrLong(Object object, long offset, long mask) {
    return updateLong(object, offset, before -> before | mask);
  }

  public long getAndAddLong(Object object, long offset, long delta) {
    return updateLong(object, offset, before -> before + delta);
  }

  public Object getAndSetReference(Object object, long offset, Object value) {
    var before = get(object, offset);
    set(object, offset, value);
    return before;
  }

  public int getInt(Object object, long offset) {
    return (int) get(object, offset);
  }

  public int getIntAcquire(Object object, long offset) {
    return (int) get(object, offset);
  }

  public int getIntOpaque(Object object, long offset) {
    return (int) get(object, offset);
  }

  public long getLongOpaque(Object object, long offset) {
    return (long) get(object, offset);
  }

  public Object getReference(Object object, long offset) {
    return get(object, offset);
  }

  public Object getReferenceAcquire(Object object, long offset) {
    return get(object, offset);
  }

  public void putInt(Object object, long offset, int value) {
    set(object, offset, value);
  }

  public void putIntOpaque(Object object, long offset, int value) {
    set(object, offset, value);
  }

  public void putIntVolatile(Object object, long offset, int value) {
    set(object, offset, value);
  }

  public void putReference(Object object, long offset, Object value) {
    set(object, offset, value);
  }

  public void putReferenceVolatile(Object object, long offset, Object value) {
    set(object, offset, value);
  }

  public void loadFence() {}

  public void storeStoreFence() {}

  public void storeFence() {}

  /// @param deadline nanoseconds from now, or milliseconds since 1970 when `absolute`; 0 for none
  public void park(boolean absolute, long deadline) {
    if (absolute) {
      ModelLockSupport.parkUntil(deadline);
    } else if (deadline == 0) {
      ModelLockSupport.park();
    } else {
      ModelLockSupport.parkNanos(deadline);
    }
  }

  public void unpark(Object thread) {
    ModelLockSupport.unpark((ModelThread) thread);
  }
}
