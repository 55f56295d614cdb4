package workbook.explore.model;

import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.stream.Collector;
import java.util.stream.Collectors;
import workbook.explore.runtime.HashHooks;
import workbook.explore.runtime.OwnDecisionPoints;

/// Stands in for the immutable maps of the JDK, whose order differs from one JVM to the next: each
/// order is explored.
public final class ModelMap<K, V> extends AbstractMap<K, V> implements OwnDecisionPoints {
  private final SaltedTable table;

  private ModelMap(Object[] keys, Object[] values) {
    table = new SaltedTable("key", keys, values);
  }

  /// `Map.of`, with any number of keys, each followed by its value.
  public static <K, V> Map<K, V> of(Object[] pairs) {
    var keys = new Object[pairs.length / 2];
    var values = new Object[keys.length];
    for (var i = 0; i < keys.length; i++) {
      keys[i] = pairs[2 * i];
      values[i] = pairs[2 * i + 1];
    }
    return new ModelMap<>(keys, values);
  }

  /// `Map.ofEntries`.
  public static <K, V> Map<K, V> ofEntries(Map.Entry<?, ?>[] entries) {
    var keys = new Object[entries.length];
    var values = new Object[entries.length];
    for (var i = 0; i < entries.length; i++) {
      keys[i] = entries[i].getKey();
      values[i] = entries[i].getValue();
    }
    return new ModelMap<>(keys, values);
  }

  @SuppressWarnings("unchecked") // a map that cannot be changed may have a wider type
  public static <K, V> Map<K, V> copyOf(Map<? extends K, ? extends V> map) {
    return map instanceof ModelMap<?, ?>
        ? (Map<K, V>) map
        : ofEntries(map.entrySet().toArray(new Map.Entry<?, ?>[0]));
  }

  public static <T, K, V> Collector<T, ?, Map<K, V>> toUnmodifiableMap(
      Function<? super T, ? extends K> key, Function<? super T, ? extends V> value) {
    return Collectors.collectingAndThen(
        Collectors.<T, K, V>toMap(key, value), ModelMap::<K, V>copyOf);
  }

  public static <T, K, V> Collector<T, ?, Map<K, V>> toUnmodifiableMap(
      Function<? super T, ? extends K> key,
      Function<? super T, ? extends V> value,
      BinaryOperator<V> merge) {
    return Collectors.collectingAndThen(
        Collectors.<T, K, V, Map<K, V>>toMap(key, value, merge, HashMap::new),
        ModelMap::<K, V>copyOf);
  }

  @Override
  public int size() {
    return table.size();
  }

  @Override
  public boolean containsKey(Object key) {
    return table.contains(key);
  }

  @Override
  public boolean containsValue(Object value) {
    Objects.requireNonNull(value);
    return table.slots().stream().anyMatch(slot -> value.equals(table.value((int) slot)));
  }

  @Override
  @SuppressWarnings("unchecked") // it is the value of a key
  public V get(Object key) {
    return (V) table.value(key);
  }

  @Override
  public V getOrDefault(Object key, V otherwise) {
    var value = get(key);
    return value == null ? otherwise : value;
  }

  @Override
  public Set<Map.Entry<K, V>> entrySet() {
    return new Entries();
  }

  @SuppressWarnings("unchecked") // keys and values lie in their own tables
  private Map.Entry<K, V> entry(int slot) {
    return Map.entry((K) table.key(slot), (V) table.value(slot));
  }

  @Override
  public int hashCode() {
    return table.slots().stream()
        .mapToInt(
            slot ->
                HashHooks.hashCode(table.key(slot)) ^ HashHooks.hashCode(table.value((int) slot)))
        .sum();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Map<?, ?> map
        && map.size() == size()
        && table.slots().stream()
            .allMatch(slot -> table.value((int) slot).equals(map.get(table.key(slot))));
  }

  @Override
  public V put(K key, V value) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void putAll(Map<? extends K, ? extends V> map) {
    throw new UnsupportedOperationException();
  }

  @Override
  public V remove(Object key) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void clear() {
    throw new UnsupportedOperationException();
  }

  @Override
  public V putIfAbsent(K key, V value) {
    throw new UnsupportedOperationException();
  }

  @Override
  public boolean remove(Object key, Object value) {
    throw new UnsupportedOperationException();
  }

  @Override
  public boolean replace(K key, V before, V after) {
    throw new UnsupportedOperationException();
  }

  @Override
  public V replace(K key, V value) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void replaceAll(BiFunction<? super K, ? super V, ? extends V> change) {
    throw new UnsupportedOperationException();
  }

  @Override
  public V computeIfAbsent(K key, Function<? super K, ? extends V> make) {
    throw new UnsupportedOperationException();
  }

  @Override
  public V computeIfPresent(K key, BiFunction<? super K, ? super V, ? extends V> change) {
    throw new UnsupportedOperationException();
  }

  @Override
  public V compute(K key, BiFunction<? super K, ? super V, ? extends V> change) {
    throw new UnsupportedOperationException();
  }

  @Override
  public V merge(K key, V value, BiFunction<? super V, ? super V, ? extends V> join) {
    throw new UnsupportedOperationException();
  }

  /// The entries of the map.
  private final class Entries extends AbstractSet<Map.Entry<K, V>> {
    @Override
    public int size() {
      return table.size();
    }

    @Override
    public boolean contains(Object entry) {
      return entry instanceof Map.Entry<?, ?> one
          && one.getValue() != null
          && one.getValue().equals(get(one.getKey()));
    }

    @Override
    public Iterator<Map.Entry<K, V>> iterator() {
      return table.iterator(ModelMap.this, ModelMap.this::entry);
    }
  }
}
