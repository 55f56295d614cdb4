package workbook.explore.engine;

import java.lang.invoke.VarHandle;
import java.lang.reflect.Field;
import java.util.Collections;
import java.util.Map;
import java.util.WeakHashMap;

/// Accesses through a VarHandle touch the same location as the field itself.
final class VarHandles {
  private static final Map<VarHandle, Place> PLACES =
      Collections.synchronizedMap(new WeakHashMap<>());

  private VarHandles() {}

  static void access(
      Run run,
      Site site,
      VarHandle handle,
      Object object,
      int index,
      boolean reads,
      boolean plain) {
    var place = PLACES.computeIfAbsent(handle, VarHandles::place);
    var coordinates = handle.coordinateTypes().size();
    var owner = coordinates == 0 ? Hooks.STATICS : object;
    if (owner == null) return;
    var location =
        coordinates == 2 ? run.memory.element(owner, index) : run.memory.field(owner, place);
    var me = run.me();
    if (!plain || run.discoveries.contains(place)) {
      run.point();
      if (reads) location.markRead(me);
      else location.markWrite(me);
    }
    run.did(owner);
    if (plain) {
      var other = reads ? location.read(me) : location.write(me);
      if (other >= 0) run.raced(site, place, other);
    } else {
      location.acquire(me);
      if (!reads) location.release(me);
    }
    if (reads) me.readSomething = true;
    else run.effect();
  }

  /// The place of the field a handle is for, named as a plain access of the field names it.
  private static Place place(VarHandle handle) {
    var described = handle.describeConstable();
    if (described.isEmpty()) return Place.named("elements through a VarHandle");
    var owner =
        handle.coordinateTypes().isEmpty()
            ? "static"
            : declaring(handle.coordinateTypes().getFirst(), described.get().constantName());
    return Place.named(owner + "." + described.get().constantName());
  }

  private static String declaring(Class<?> type, String name) {
    for (var t = type; t != null; t = t.getSuperclass()) {
      for (Field field : t.getDeclaredFields()) {
        if (field.getName().equals(name)) return t.getName();
      }
    }
    return type.getName();
  }
}
