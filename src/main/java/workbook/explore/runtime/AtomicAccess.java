package workbook.explore.runtime;

import java.lang.constant.ClassDesc;
import java.lang.invoke.VarHandle;
import java.lang.reflect.Field;
import java.util.Collections;
import java.util.Map;
import java.util.WeakHashMap;

/// Accesses that are one step: to atomics, and to fields through a VarHandle or a field updater,
/// which touch the same location as the field itself.
final class AtomicAccess {
  private static final Map<Object, SharedVariable> PLACES =
      Collections.synchronizedMap(new WeakHashMap<>());

  private AtomicAccess() {}

  /// What the access does to the location.
  static void step(Execution execution, MemoryLocation location, int mode) {
    var me = execution.currentThread();
    var reads = AccessMode.has(mode, AccessMode.READS);
    if (reads) {
      location.markRead(me);
    } else {
      location.markWrite(me);
    }
    AccessMode.order(location, me, mode);
    if (reads) {
      me.loops.readShared();
    } else {
      execution.scheduler.stateChanged();
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
    if (AccessMode.has(mode, AccessMode.PLAIN)) {
      plain(execution, variable, location, owner, AccessMode.has(mode, AccessMode.READS));
    } else {
      execution.scheduler.decisionPoint();
      execution.report(owner);
      step(execution, location, mode);
    }
  }

  private static void plain(
      Execution execution,
      SharedVariable variable,
      MemoryLocation location,
      Object owner,
      boolean reads) {
    var me = execution.currentThread();
    if (execution.shared.contains(variable)) {
      execution.scheduler.decisionPoint();
      if (reads) {
        location.markRead(me);
      } else {
        location.markWrite(me);
      }
    }
    execution.report(owner);
    var other = reads ? location.read(me) : location.write(me);
    if (other >= 0) {
      execution.races.report(me.site, variable, other);
    }
    if (reads) {
      me.loops.readShared();
    } else {
      execution.scheduler.stateChanged();
    }
  }

  static void updater(Execution execution, Object updater, Object object, int mode) {
    if (object == null) {
      return;
    }
    execution.scheduler.decisionPoint();
    execution.report(object);
    step(execution, execution.memory.field(object, PLACES.get(updater)), mode);
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
    var name = described.get().constantName();
    var owner =
        handle.coordinateTypes().isEmpty()
            ? named((ClassDesc) described.get().bootstrapArgsList().getFirst())
            : declaring(handle.coordinateTypes().getFirst(), name);
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
