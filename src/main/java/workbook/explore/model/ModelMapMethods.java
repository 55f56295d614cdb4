package workbook.explore.model;

import java.util.ArrayList;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import workbook.explore.runtime.Callbacks;

/// Stands in for the methods of `java.util.Map` that call back, where the JDK would hold a lock
/// meanwhile: here the lock is a modelled one, so that other threads can run.
///
/// What the functions return is put into the map after they have returned, in one step.
public final class ModelMapMethods {
  private ModelMapMethods() {}

  public static <K, V> V compute(
      Map<K, V> map, K key, BiFunction<? super K, ? super V, ? extends V> function) {
    if (isFree(map, "compute", key, function)) {
      return map.compute(key, function);
    }
    return computed(map, "compute", key, () -> function.apply(key, map.get(key)));
  }

  public static <K, V> V computeIfAbsent(
      Map<K, V> map, K key, Function<? super K, ? extends V> function) {
    if (isFree(map, "computeIfAbsent", key, function)) {
      return map.computeIfAbsent(key, function);
    }
    var present = map.get(key);
    if (present != null) {
      return present;
    }
    return computed(
        map,
        "computeIfAbsent",
        key,
        () -> {
          var now = map.get(key);
          return now != null ? now : function.apply(key);
        });
  }

  public static <K, V> V computeIfPresent(
      Map<K, V> map, K key, BiFunction<? super K, ? super V, ? extends V> function) {
    if (isFree(map, "computeIfPresent", key, function)) {
      return map.computeIfPresent(key, function);
    }
    return computed(
        map,
        "computeIfPresent",
        key,
        () -> {
          var now = map.get(key);
          return now == null ? null : function.apply(key, now);
        });
  }

  public static <K, V> V merge(
      Map<K, V> map, K key, V value, BiFunction<? super V, ? super V, ? extends V> function) {
    if (value == null || isFree(map, "merge", key, function)) {
      return map.merge(key, value, function);
    }
    return computed(
        map,
        "merge",
        key,
        () -> {
          var now = map.get(key);
          return now == null ? value : function.apply(now, value);
        });
  }

  public static <K, V> void forEach(Map<K, V> map, BiConsumer<? super K, ? super V> action) {
    if (action == null || !Callbacks.holdsMonitor(map)) {
      map.forEach(action);
      return;
    }
    for (var entry : map.entrySet()) {
      action.accept(entry.getKey(), entry.getValue());
    }
  }

  public static <K, V> void replaceAll(
      Map<K, V> map, BiFunction<? super K, ? super V, ? extends V> function) {
    if (function == null || !Callbacks.holdsMonitor(map)) {
      map.replaceAll(function);
      return;
    }
    var values = new ArrayList<V>();
    for (var entry : map.entrySet()) {
      values.add(function.apply(entry.getKey(), entry.getValue()));
    }
    var inOrder = values.iterator();
    map.replaceAll((key, before) -> inOrder.next());
  }

  /// Whether the map's own method will do: it holds no lock while it calls back, or throws before.
  private static boolean isFree(Map<?, ?> map, String method, Object key, Object function) {
    return key == null
        || function == null
        || !Callbacks.locksEntries(map, method) && !Callbacks.holdsMonitor(map);
  }

  private static <K, V> V computed(
      Map<K, V> map, String method, K key, Supplier<? extends V> computation) {
    var steps = Callbacks.enterEntry(map, key, method);
    try {
      var value = computation.get();
      Callbacks.beforeChange(steps);
      return map.compute(key, (k, before) -> value);
    } finally {
      Callbacks.exitEntry(map);
    }
  }
}
