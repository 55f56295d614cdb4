package workbook.explore.runtime;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// The entries of concurrent maps that threads compute, and the copy-on-write lists that they
/// change, while code under test runs in a callback: whoever else changes the same entry waits.
///
/// A `ConcurrentHashMap` locks not one entry but its bin, so the entries of other keys may have to
/// wait, too. Which ones is not promised; here it is as in a map of the JDK that was made without a
/// capacity and holds as many entries.
final class EntryLocks {
  private static final int SMALLEST_TABLE = 16;

  private final Execution execution;
  private final List<Entry> inside = new ArrayList<>();

  /// Something that a thread is changing.
  ///
  /// @param object the map or list
  /// @param key null for a whole list
  /// @param absent whether the map had no such key before
  /// @param method what was called
  private record Entry(
      LogicalThread owner, Object object, Object key, int hash, boolean absent, String method) {}

  /// What a thread waits for.
  ///
  /// @param key null for a whole list
  record Wanted(Object object, Object key) {}

  EntryLocks(Execution execution) {
    this.execution = execution;
  }

  /// Waits until no other thread is in the middle of changing this entry.
  ///
  /// @param key null for a whole list, or when it is not known which entry
  /// @throws IllegalStateException when this thread is, and the map can tell
  void await(Object object, Object key) {
    if (!inside.isEmpty()) {
      awaitFree(object, key, key == null ? 0 : HashHooks.hashCode(key));
    }
  }

  private void awaitFree(Object object, Object key, int hash) {
    var me = execution.currentThread();
    if (inside.stream()
        .anyMatch(e -> e.owner == me && e.absent && conflicts(e, object, key, hash))) {
      throw new IllegalStateException("Recursive update");
    }
    if (holder(me, object, key, hash) == null) {
      return;
    }
    execution.scheduler.await(
        WaitCondition.until(
                WaitCondition.Kind.LOCK,
                new Wanted(object, key),
                () -> holder(me, object, key, hash) == null)
            .heldBy(() -> holder(me, object, key, hash)));
  }

  private LogicalThread holder(LogicalThread me, Object object, Object key, int hash) {
    for (var entry : inside) {
      if (entry.owner != me && conflicts(entry, object, key, hash)) {
        return entry.owner;
      }
    }
    return null;
  }

  private static boolean conflicts(Entry entry, Object object, Object key, int hash) {
    if (entry.object != object) {
      return false;
    }
    if (entry.key == null) {
      return true;
    }
    return key != null
        && (entry.hash == hash
            || !HashKind.byIdentity(key.getClass())
                && !HashKind.byIdentity(entry.key.getClass())
                && bin((Map<?, ?>) object, entry.hash) == bin((Map<?, ?>) object, hash));
  }

  private static int bin(Map<?, ?> map, int hash) {
    var table = SMALLEST_TABLE;
    while (map.size() >= table - table / 4) {
      table *= 2;
    }
    return (hash ^ hash >>> 16) & table - 1;
  }

  /// The running thread begins to change an entry, as soon as no other thread does.
  ///
  /// @param key null for a whole list
  void enter(Object object, Object key, String method) {
    var hash = key == null ? 0 : HashHooks.hashCode(key);
    execution.approximates(); // whoever comes to the entry meanwhile leaves no trace
    awaitFree(object, key, hash);
    var absent = key != null && object instanceof Map<?, ?> map && !map.containsKey(key);
    inside.add(new Entry(execution.currentThread(), object, key, hash, absent, method));
  }

  /// The running thread has changed what it began to change last.
  void exit() {
    var me = execution.currentThread();
    for (var i = inside.size() - 1; i >= 0; i--) {
      if (inside.get(i).owner == me) {
        inside.remove(i);
        execution.scheduler.stateChanged();
        return;
      }
    }
  }

  /// The calls a thread is in the middle of, the outermost first: `map.compute("a")`.
  List<String> callsOf(LogicalThread thread) {
    return inside.stream()
        .filter(entry -> entry.owner == thread)
        .map(
            entry ->
                "%s.%s(%s)"
                    .formatted(
                        execution.names().of(entry.object),
                        entry.method,
                        entry.key == null ? "" : execution.names().of(entry.key)))
        .toList();
  }

  String words(Wanted wanted) {
    var object = execution.names().of(wanted.object);
    return wanted.key == null
        ? "to change " + object
        : "for the entry " + execution.names().of(wanted.key) + " of " + object;
  }
}
