package workbook.explore.runtime;

import java.lang.constant.ClassDesc;
import java.lang.invoke.VarHandle;
import java.lang.reflect.Field;
import java.util.Collections;
import java.util.Map;
import java.util.WeakHashMap;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Supplier;

/// Accesses that are one step: to atomics, and to fields through a VarHandle or a field updater,
/// which touch the same location as the field itself.
///
/// A write in a weaker mode than volatile may be missed by a read for a while, and a weaker read
/// may miss any write. The first weaker read makes its variable a discovery: from then on all
/// writes to it are kept.
final class AtomicAccess {
  private static final Map<Object, SharedVariable> PLACES =
      Collections.synchronizedMap(new WeakHashMap<>());

  /// All atomic objects, once one of them is read in a weaker mode.
  private static final SharedVariable ATOMICS = SharedVariable.named("old values of atomics");

  private static final SharedVariable FENCES = SharedVariable.named("fences");

  private AtomicAccess() {}

  /// An access to an atomic object.
  static void object(Execution execution, Object atomic, int mode) {
    var elements = lengthOf(atomic);
    if (elements >= 0) {
      var all = AccessMode.READS | AccessMode.VOLATILE | AccessMode.ACQUIRES;
      for (var index = 0; index < elements; index++) {
        element(execution, atomic, index, all);
      }
      return;
    }
    step(execution, execution.memory.whole(atomic), ATOMICS, mode, () -> StoredVariable.of(atomic));
  }

  /// How many elements an atomic array has; -1 for other objects.
  private static int lengthOf(Object atomic) {
    return switch (atomic) {
      case AtomicIntegerArray array -> array.length();
      case AtomicLongArray array -> array.length();
      case AtomicReferenceArray<?> array -> array.length();
      default -> -1;
    };
  }

  /// An access to an element of an atomic array, of which older values are not kept.
  static void element(Execution execution, Object array, int index, int mode) {
    if (array != null) {
      step(execution, execution.memory.element(array, index), ATOMICS, mode, () -> null);
    }
  }

  static void elementComputed(Execution execution, Object array, int index) {
    var me = execution.currentThread();
    var location = execution.memory.element(array, index);
    location.markWrite(me);
    location.acquire(me);
    location.release(me);
  }

  /// What the access does to the location.
  ///
  /// @param variable what is discovered when it is read in a weaker mode
  /// @param stored looks at the value; gives null where older values are not kept
  private static void step(
      Execution execution,
      MemoryLocation location,
      SharedVariable variable,
      int mode,
      Supplier<StoredVariable> stored) {
    if (AccessMode.has(mode, AccessMode.READS)) {
      read(execution, location, variable, mode, stored);
    } else {
      write(execution, location, variable, mode, stored);
    }
  }

  private static void read(
      Execution execution,
      MemoryLocation location,
      SharedVariable variable,
      int mode,
      Supplier<StoredVariable> stored) {
    var me = execution.currentThread();
    location.markRead(me);
    if (location.observe()) {
      execution.scheduler.stateChanged();
    }
    if (!AccessMode.has(mode, AccessMode.PLAIN | AccessMode.VOLATILE)
        && !execution.shared.contains(variable)) {
      execution.discover(variable);
    }
    var value = location.versions() == null ? null : stored.get();
    if (value == null) {
      location.learn(me, mode);
    } else {
      execution.access.disguise(value, location, mode);
    }
  }

  private static void write(
      Execution execution,
      MemoryLocation location,
      SharedVariable variable,
      int mode,
      Supplier<StoredVariable> stored) {
    var me = execution.currentThread();
    location.markWrite(me);
    var mayBeMissed =
        !AccessMode.has(mode, AccessMode.VOLATILE)
            || location.versions() != null
            || execution.shared.contains(variable);
    var value = stored.get();
    if (mayBeMissed && value != null) {
      location.keep(me, value.get(), mode);
    }
    location.publish(me, mode);
    if (value == null) {
      execution.scheduler.stateChanged();
    } else {
      execution.scheduler.touch(value);
    }
  }

  static void handle(Execution execution, VarHandle handle, Object object, int index, int mode) {
    var variable = PLACES.computeIfAbsent(handle, h -> place((VarHandle) h));
    var coordinates = handle.coordinateTypes().size();
    var owner = coordinates == 0 ? Hooks.STATICS : object;
    if (owner == null) {
      return;
    }
    var location =
        coordinates == 2
            ? execution.memory.element(owner, index)
            : execution.memory.field(owner, variable);
    var plain = AccessMode.has(mode, AccessMode.PLAIN);
    if (!plain || execution.shared.contains(variable)) {
      execution.scheduler.decisionPoint();
    }
    new HandleValue(handle, variable, location, object, index).report(execution);
    var other = unordered(location, execution.currentThread(), mode);
    if (other >= 0) {
      execution.races.report(execution.currentThread().site, variable, location, other);
    }
    step(execution, location, variable, mode, () -> StoredVariable.of(handle, object, index));
  }

  /// The thread whose access this one races with, or -1.
  private static int unordered(MemoryLocation location, LogicalThread me, int mode) {
    var reads = AccessMode.has(mode, AccessMode.READS);
    if (AccessMode.has(mode, AccessMode.PLAIN)) {
      return reads ? location.read(me) : location.write(me);
    }
    return reads ? location.readAtomically(me) : location.writeAtomically(me);
  }

  static void updater(Execution execution, Object updater, Object object, int mode) {
    if (object == null) {
      return;
    }
    var variable = PLACES.get(updater);
    var location = execution.memory.field(object, variable);
    execution.scheduler.decisionPoint();
    if (execution.listener != null) {
      var names = execution.names();
      var stored = StoredVariable.ofUpdater(updater, object);
      execution.report(location, names.field(object, variable), () -> names.of(stored.get()));
    }
    step(execution, location, variable, mode, () -> StoredVariable.ofUpdater(updater, object));
  }

  /// A fence: what the thread did before it comes before what it does after it, as far as the mode
  /// says. All full fences are in one order.
  static void fence(Execution execution, int mode) {
    var me = execution.currentThread();
    if (AccessMode.has(mode, AccessMode.VOLATILE)) {
      execution.scheduler.decisionPoint();
      execution.report(Hooks.STATICS);
    }
    if (AccessMode.has(mode, AccessMode.ACQUIRES)) {
      me.acquireFence();
    }
    if (AccessMode.has(mode, AccessMode.VOLATILE)) {
      var all = execution.memory.field(Hooks.STATICS, FENCES);
      all.markWrite(me);
      all.acquire(me);
      all.release(me);
    }
    if (AccessMode.has(mode, AccessMode.RELEASES)) {
      me.releaseFence();
    }
  }

  /// Remembers which field an updater is for.
  static void learn(Object updater, Class<?> type, String field) {
    PLACES.put(updater, SharedVariable.named(type.getName() + "." + field));
  }

  /// The place of the field a handle is for, named as a plain access of the field names it.
  private static SharedVariable place(VarHandle handle) {
    var described = handle.describeConstable();
    if (described.isEmpty()) {
      return SharedVariable.named("elements through a VarHandle");
    }
    var type = handle.coordinateTypes().isEmpty() ? null : handle.coordinateTypes().getFirst();
    if (type != null && type.isArray()) {
      return SharedVariable.elementsOf(type.getComponentType());
    }
    var name = described.get().constantName();
    var owner =
        type == null
            ? named((ClassDesc) described.get().bootstrapArgsList().getFirst())
            : declaring(type, name);
    return SharedVariable.named(owner + "." + name);
  }

  private static String named(ClassDesc type) {
    return type.packageName() + "." + type.displayName();
  }

  private static String declaring(Class<?> type, String name) {
    for (var t = type; t != null; t = t.getSuperclass()) {
      for (Field field : t.getDeclaredFields()) {
        if (field.getName().equals(name)) {
          return t.getName();
        }
      }
    }
    return type.getName();
  }
}
