package workbook.explore.model;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.function.IntFunction;
import workbook.explore.runtime.HashHooks;
import workbook.explore.runtime.Kernel;

/// The hash table of an immutable set or map, laid out as the JDK lays it out: the slot of a key
/// follows from its hash code and from the keys put in before it.
final class SaltedTable {
  private final Object[] keys;
  private final Object[] values;
  private final boolean[] occupied;
  private final int size;

  /// The slot of the key that was put in first.
  private int first;

  /// @param kind how a key is called in messages
  /// @param keys not null, each one once
  /// @param values null for a set
  SaltedTable(String kind, Object[] keys, Object[] values) {
    size = keys.length;
    this.keys = new Object[2 * size];
    this.values = values == null ? null : new Object[2 * size];
    occupied = new boolean[2 * size];
    for (var i = 0; i < size; i++) {
      var slot = find(keys[i]);
      if (slot >= 0) {
        throw new IllegalArgumentException("duplicate " + kind + ": " + keys[i]);
      }
      put(-slot - 1, keys[i], values == null ? null : Objects.requireNonNull(values[i]));
      first = i == 0 ? -slot - 1 : first;
    }
  }

  private void put(int slot, Object key, Object value) {
    keys[slot] = key;
    occupied[slot] = true;
    if (values != null) {
      values[slot] = value;
    }
  }

  /// The slot of a key, or -1 minus the slot where it would go.
  private int find(Object key) {
    var slot = Math.floorMod(HashHooks.hashCode(key), keys.length);
    while (keys[slot] != null && !key.equals(keys[slot])) {
      slot = (slot + 1) % keys.length;
    }
    return keys[slot] == null ? -slot - 1 : slot;
  }

  int size() {
    return size;
  }

  boolean contains(Object key) {
    Objects.requireNonNull(key);
    return size > 0 && find(key) >= 0;
  }

  /// The value of a key, or null.
  Object value(Object key) {
    return contains(key) ? values[find(key)] : null;
  }

  /// The occupied slots. Nobody learns their order.
  List<Integer> slots() {
    var slots = new ArrayList<Integer>();
    for (var slot = 0; slot < keys.length; slot++) {
      if (occupied[slot]) {
        slots.add(slot);
      }
    }
    return slots;
  }

  Object key(int slot) {
    return keys[slot];
  }

  Object value(int slot) {
    return values[slot];
  }

  /// Goes through the slots in the order of this run.
  ///
  /// @param owner the set or map that the code under test knows
  <T> Iterator<T> iterator(Object owner, IntFunction<T> element) {
    var order = order();
    if (order.length > 1) {
      Kernel.reportOrder(owner, () -> iterator(order, this::key));
    }
    return iterator(order, element);
  }

  private static <T> Iterator<T> iterator(int[] order, IntFunction<T> element) {
    return new Iterator<>() {
      private int next;

      @Override
      public boolean hasNext() {
        return next < order.length;
      }

      @Override
      public T next() {
        if (!hasNext()) {
          throw new NoSuchElementException();
        }
        Kernel.changed(); // whoever goes on like this comes to an end
        return element.apply(order[next++]);
      }
    };
  }

  /// The JDK keeps two elements of a set in fields, and all else in a table.
  private int[] order() {
    var slots = slots();
    if (size < 2) {
      return slots.stream().mapToInt(slot -> slot).toArray();
    }
    if (size > 2 || values != null) {
      return Kernel.visit(occupied);
    }
    var second = slots.getFirst() == first ? slots.getLast() : slots.getFirst();
    return Kernel.laterFirst() ? new int[] {second, first} : new int[] {first, second};
  }
}
