package workbook.explore.engine;

import java.util.concurrent.ConcurrentMap;

/// Calls on collections and other mutable objects of the JDK: one step for the whole call.
///
/// An unsynchronised collection is one plain location, so unordered calls on it race. A concurrent
/// one is an atomic object. A synchronised one (`Vector`, `Collections.synchronizedList`) is
/// guarded by its own monitor, the same that `synchronized (list)` takes.
final class Collections {
  private Collections() {}

  static void call(Run run, Object receiver, boolean reads, int number) {
    var owner = run.memory.owner(receiver);
    var type = owner.getClass();
    if (!ofTheJdk(type) || immutable(type)) {
      if (!ofTheJdk(type)) Hooks.call(owner, number);
      return;
    }
    var site = run.arrive(number, receiver);
    if (concurrent(type)) {
      run.point();
      run.did(owner);
      if (reads) Kernel.look(owner);
      else Kernel.release(owner);
      if (!reads) Kernel.acquire(owner);
    } else if (synchronised(type)) {
      var monitor = run.memory.monitor(owner);
      if (!monitor.heldBy(run.me())) run.point();
      run.did(owner);
      monitor.enter(run, run.me());
      monitor.exit(run, run.me());
    } else {
      unsynchronised(run, site, owner, reads);
    }
  }

  static boolean isConcurrent(Object collection) {
    return ofTheJdk(collection.getClass()) && concurrent(collection.getClass());
  }

  /// Whether a callback made inside a call on this object happens under a real lock of the JDK.
  static boolean holdsRealLocks(Object receiver) {
    return receiver != null
        && ofTheJdk(receiver.getClass())
        && (receiver instanceof ConcurrentMap || synchronised(receiver.getClass()));
  }

  private static void unsynchronised(Run run, Site site, Object owner, boolean reads) {
    var me = run.me();
    var place = Place.named("contents of " + owner.getClass().getSimpleName());
    var location = run.memory.whole(owner);
    var known = run.discoveries.contains(place);
    if (known) run.point();
    run.did(owner);
    if (known && reads) location.markRead(me);
    if (known && !reads) location.markWrite(me);
    if (!reads) run.effect();
    else me.readSomething |= known;
    var other = reads ? location.read(me) : location.write(me);
    if (other >= 0) run.raced(site, place, other);
  }

  private static boolean ofTheJdk(Class<?> type) {
    return type.getClassLoader() == null;
  }

  private static boolean immutable(Class<?> type) {
    var name = type.getName();
    return name.startsWith("java.util.ImmutableCollections")
        || name.startsWith("java.util.Collections$Empty")
        || name.startsWith("java.util.Collections$Singleton");
  }

  private static boolean concurrent(Class<?> type) {
    return type.getName().startsWith("java.util.concurrent.");
  }

  private static boolean synchronised(Class<?> type) {
    var name = type.getName();
    return name.startsWith("java.util.Collections$Synchronized")
        || name.equals("java.util.Vector")
        || name.equals("java.util.Stack")
        || name.equals("java.util.Hashtable")
        || name.equals("java.util.Properties")
        || name.equals("java.lang.StringBuffer");
  }
}
