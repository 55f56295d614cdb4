package workbook.explore.runtime;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntUnaryOperator;

/// The salt of one run: the order in which immutable sets and maps are gone through.
///
/// The JDK draws a salt of 32 bits when the JVM starts (`java.util.ImmutableCollections`). Its
/// lowest bit is the direction; its upper ones say in which slot of a table of a given length to
/// begin. Here nothing is drawn: whenever the program looks at an order, one of those that the JDK
/// can give is chosen, and the salts that give another one are dropped. So all orders seen in one
/// run are those of one JVM.
final class IterationSalt {
  private static final long SALTS = 1L << 32;

  private List<Range> possible = List.of(new Range(true, 0, SALTS), new Range(false, 0, SALTS));

  /// Salts of one direction.
  ///
  /// @param ascending whether slots are visited upwards
  /// @param end the first salt that does not belong to them
  private record Range(boolean ascending, long begin, long end) {}

  /// An order that the JDK can give.
  ///
  /// @param first the slot visited first
  /// @param salts those that give it
  private record Order(int first, boolean ascending, List<Range> salts) {}

  /// Chooses the order in which a table is gone through.
  ///
  /// @param occupied for each slot whether it is; at least two are
  /// @param choice chooses one of so many orders; of the first two, one is the other reversed
  /// @return the occupied slots, that visited first in front
  int[] visit(boolean[] occupied, IntUnaryOperator choice) {
    var orders = orders(occupied);
    var chosen = orders.get(choice.applyAsInt(orders.size()));
    possible = chosen.salts;
    return slots(occupied, chosen.first, chosen.ascending);
  }

  /// Chooses whether the two elements of a set are visited the later one first.
  boolean laterFirst(IntUnaryOperator choice) {
    var descending = possible.stream().filter(range -> !range.ascending).toList();
    var ascending = possible.stream().filter(range -> range.ascending).toList();
    var open = !descending.isEmpty() && !ascending.isEmpty();
    var later = open ? choice.applyAsInt(2) == 1 : descending.isEmpty();
    possible = later ? ascending : descending;
    return later;
  }

  private List<Order> orders(boolean[] occupied) {
    var orders = new ArrayList<Order>();
    for (var range : possible) {
      for (var start = start(range.begin, occupied); start <= last(range, occupied); start++) {
        var begin = Math.max(range.begin, firstSalt(start, occupied));
        var end = Math.min(range.end, firstSalt(start + 1, occupied));
        var first = next(occupied, start, range.ascending);
        add(orders, occupied, first, new Range(range.ascending, begin, end));
      }
    }
    orders.sort(
        Comparator.comparing((Order order) -> !order.ascending).thenComparing(Order::first));
    secondIsReversed(orders, occupied);
    return orders;
  }

  private static int start(long salt, boolean[] occupied) {
    return (int) (salt * occupied.length >>> 32);
  }

  private static int last(Range range, boolean[] occupied) {
    return start(range.end - 1, occupied);
  }

  /// The smallest salt with which a table is gone through from this slot on.
  private static long firstSalt(int start, boolean[] occupied) {
    return (start * SALTS + occupied.length - 1) / occupied.length;
  }

  private static void add(List<Order> orders, boolean[] occupied, int first, Range salts) {
    for (var order : orders) {
      if (order.first == first && (order.ascending == salts.ascending || count(occupied) == 2)) {
        order.salts.add(salts);
        return;
      }
    }
    orders.add(new Order(first, salts.ascending, new ArrayList<>(List.of(salts))));
  }

  /// Puts the order that is the first one backwards, if it is possible, in the second place.
  private static void secondIsReversed(List<Order> orders, boolean[] occupied) {
    var front = orders.getFirst();
    var last = next(occupied, front.first, !front.ascending);
    for (var i = 1; i < orders.size(); i++) {
      var order = orders.get(i);
      if (order.first == last && (order.ascending != front.ascending || count(occupied) == 2)) {
        orders.add(1, orders.remove(i));
        return;
      }
    }
  }

  private static int[] slots(boolean[] occupied, int first, boolean ascending) {
    var slots = new int[count(occupied)];
    slots[0] = first;
    for (var i = 1; i < slots.length; i++) {
      slots[i] = next(occupied, slots[i - 1], ascending);
    }
    return slots;
  }

  /// The occupied slot that comes after this one.
  private static int next(boolean[] occupied, int slot, boolean ascending) {
    var at = slot;
    do {
      at = Math.floorMod(ascending ? at + 1 : at - 1, occupied.length);
    } while (!occupied[at]);
    return at;
  }

  private static int count(boolean[] occupied) {
    var count = 0;
    for (var one : occupied) {
      count += one ? 1 : 0;
    }
    return count;
  }
}
