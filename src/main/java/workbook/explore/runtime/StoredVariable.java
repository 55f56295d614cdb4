package workbook.explore.runtime;

import java.lang.invoke.VarHandle;
import java.lang.reflect.Array;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerFieldUpdater;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicLongFieldUpdater;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.AtomicReferenceFieldUpdater;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// What stands in a variable now: the explorer looks at it, and sets it for one read.
///
/// @param read how to look at it
/// @param write how to set it
record StoredVariable(Supplier<Object> read, Consumer<Object> write) {
  Object get() {
    return read.get();
  }

  void set(Object value) {
    write.accept(value);
  }

  static StoredVariable element(Object[] array, int index) {
    return new StoredVariable(() -> array[index], value -> array[index] = value);
  }

  /// An element of any array, as an instruction has it on the stack.
  static Object elementOf(Object array, int index) {
    return asStacked(array.getClass().getComponentType(), Array.get(array, index));
  }

  /// The value of an atomic; null for classes whose older values are not kept.
  @SuppressWarnings("unchecked")
  static StoredVariable of(Object atomic) {
    return switch (atomic) {
      case AtomicInteger a -> new StoredVariable(a::get, value -> a.set((int) value));
      case AtomicLong a -> new StoredVariable(a::get, value -> a.set((long) value));
      case AtomicBoolean a -> new StoredVariable(a::get, value -> a.set((boolean) value));
      case AtomicReference<?> a -> new StoredVariable(a::get, ((AtomicReference<Object>) a)::set);
      default -> null;
    };
  }

  /// The field or the element that a handle is for; null when there is none.
  static StoredVariable of(VarHandle handle, Object object, int index) {
    var any = handle.withInvokeBehavior();
    var type = handle.varType();
    return switch (handle.coordinateTypes().size()) {
      case 0 ->
          new StoredVariable(
              () -> asStacked(type, any.getVolatile()),
              value -> any.setVolatile(asStored(type, value)));
      case 1 ->
          new StoredVariable(
              () -> asStacked(type, any.getVolatile(object)),
              value -> any.setVolatile(object, asStored(type, value)));
      default ->
          index < 0 || index >= Array.getLength(object)
              ? null
              : new StoredVariable(
                  () -> asStacked(type, any.getVolatile(object, index)),
                  value -> any.setVolatile(object, index, asStored(type, value)));
    };
  }

  /// The value as an instruction has it on the stack: the small types are ints there.
  private static Object asStacked(Class<?> type, Object value) {
    return switch (value) {
      case Boolean b when type.isPrimitive() -> b ? 1 : 0;
      case Character c when type.isPrimitive() -> (int) c;
      case Byte b when type.isPrimitive() -> b.intValue();
      case Short s when type.isPrimitive() -> s.intValue();
      case null, default -> value;
    };
  }

  private static Object asStored(Class<?> type, Object value) {
    return switch (type.getName()) {
      case "boolean" -> (int) value != 0;
      case "char" -> (char) (int) value;
      case "byte" -> (byte) (int) value;
      case "short" -> (short) (int) value;
      default -> value;
    };
  }

  /// The field of the object that an updater is for.
  @SuppressWarnings("unchecked")
  static StoredVariable ofUpdater(Object updater, Object object) {
    return switch (updater) {
      case AtomicIntegerFieldUpdater<?> u -> {
        var field = (AtomicIntegerFieldUpdater<Object>) u;
        yield new StoredVariable(() -> field.get(object), v -> field.set(object, (int) v));
      }
      case AtomicLongFieldUpdater<?> u -> {
        var field = (AtomicLongFieldUpdater<Object>) u;
        yield new StoredVariable(() -> field.get(object), v -> field.set(object, (long) v));
      }
      case AtomicReferenceFieldUpdater<?, ?> u -> {
        var field = (AtomicReferenceFieldUpdater<Object, Object>) u;
        yield new StoredVariable(() -> field.get(object), v -> field.set(object, v));
      }
      default -> throw new IllegalArgumentException("no field updater: " + updater);
    };
  }
}
