package workbook.explore.model;

import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import workbook.explore.runtime.Callbacks;

/// Stands in for the methods of collections that call back, where the JDK would hold a lock
/// meanwhile: here the lock is a modelled one, so that other threads can run.
///
/// The collection is changed after the code under test has answered for every element, in one step;
/// meanwhile, no other thread changes it.
public final class ModelCollectionMethods {
  private ModelCollectionMethods() {}

  public static <T> void forEach(Iterable<T> items, Consumer<? super T> action) {
    if (action == null || !Callbacks.holdsMonitor(items)) {
      items.forEach(action);
      return;
    }
    for (var item : items) {
      action.accept(item);
    }
  }

  public static <T> void forEachRemaining(Iterator<T> items, Consumer<? super T> action) {
    if (action == null || !Callbacks.holdsMonitor(items)) {
      items.forEachRemaining(action);
      return;
    }
    while (items.hasNext()) {
      action.accept(items.next());
    }
  }

  public static <T> boolean removeIf(Collection<T> items, Predicate<? super T> filter) {
    if (filter == null || isFree(items)) {
      return items.removeIf(filter);
    }
    var answers = items.stream().map(filter::test).toList().iterator();
    return items.removeIf(item -> answers.next());
  }

  public static <T> void replaceAll(List<T> items, UnaryOperator<T> operator) {
    if (operator == null || isFree(items)) {
      items.replaceAll(operator);
      return;
    }
    var values = items.toArray();
    for (var i = 0; i < values.length; i++) {
      values[i] = operator.apply(ModelCollectionMethods.<T>as(values[i]));
    }
    setAll(items, values);
  }

  public static <T> void sort(List<T> items, Comparator<? super T> order) {
    if (isFree(items)) {
      items.sort(order);
      return;
    }
    var values = items.toArray();
    Arrays.sort(
        values,
        (a, b) -> compare(order, ModelCollectionMethods.<T>as(a), ModelCollectionMethods.<T>as(b)));
    setAll(items, values);
  }

  @SuppressWarnings("unchecked") // without an order, elements that cannot be compared throw this
  private static <T> int compare(Comparator<? super T> order, T a, T b) {
    return order != null ? order.compare(a, b) : ((Comparable<T>) a).compareTo(b);
  }

  private static <T> void setAll(List<T> items, Object[] values) {
    var inOrder = Arrays.asList(values).iterator();
    items.replaceAll(item -> ModelCollectionMethods.<T>as(inOrder.next()));
  }

  private static boolean isFree(Collection<?> items) {
    return !Callbacks.holdsMonitor(items) && !Callbacks.locksWriters(items);
  }

  @SuppressWarnings("unchecked") // it came out of a list of T
  private static <T> T as(Object item) {
    return (T) item;
  }
}
