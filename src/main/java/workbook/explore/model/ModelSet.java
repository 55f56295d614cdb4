package workbook.explore.model;

import java.util.AbstractSet;
import java.util.Collection;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collector;
import java.util.stream.Collectors;
import workbook.explore.runtime.HashHooks;
import workbook.explore.runtime.HashKind;
import workbook.explore.runtime.OwnDecisionPoints;

/// Stands in for the immutable sets of the JDK, whose order differs from one JVM to the next: each
/// order is explored.
public final class ModelSet<E> extends AbstractSet<E> implements OwnDecisionPoints {
  private final SaltedTable table;

  private ModelSet(Object[] elements) {
    table = new SaltedTable("element", elements, null);
  }

  /// `Set.of`, with any number of elements.
  public static <E> Set<E> of(Object[] elements) {
    return new ModelSet<>(elements);
  }

  public static <E> Set<E> copyOf(Collection<? extends E> elements) {
    @SuppressWarnings("unchecked") // it cannot be changed
    var same = elements instanceof ModelSet<?> ? (Set<E>) elements : null;
    return same != null ? same : of(eachOnce(elements).toArray());
  }

  /// The elements in the order in which the JDK puts them into the table: that of a hash set, if it
  /// is one order.
  private static Collection<?> eachOnce(Collection<?> elements) {
    var open = elements.stream().anyMatch(element -> HashKind.byIdentity(element.getClass()));
    return open ? new LinkedHashSet<>(elements) : new HashSet<>(elements);
  }

  public static <T> Collector<T, ?, Set<T>> toUnmodifiableSet() {
    return Collectors.collectingAndThen(
        Collectors.<T, Set<T>>toCollection(LinkedHashSet::new), ModelSet::<T>copyOf);
  }

  @Override
  public int size() {
    return table.size();
  }

  @Override
  public boolean contains(Object element) {
    return table.contains(element);
  }

  @Override
  @SuppressWarnings("unchecked") // all keys are elements
  public Iterator<E> iterator() {
    return table.iterator(this, slot -> (E) table.key(slot));
  }

  @Override
  public int hashCode() {
    return table.slots().stream().mapToInt(slot -> HashHooks.hashCode(table.key(slot))).sum();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Set<?> set
        && set.size() == size()
        && table.slots().stream().allMatch(slot -> set.contains(table.key(slot)));
  }

  @Override
  public boolean add(E element) {
    throw new UnsupportedOperationException();
  }

  @Override
  public boolean addAll(Collection<? extends E> elements) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void clear() {
    throw new UnsupportedOperationException();
  }

  @Override
  public boolean remove(Object element) {
    throw new UnsupportedOperationException();
  }

  @Override
  public boolean removeAll(Collection<?> elements) {
    throw new UnsupportedOperationException();
  }

  @Override
  public boolean removeIf(Predicate<? super E> filter) {
    throw new UnsupportedOperationException();
  }

  @Override
  public boolean retainAll(Collection<?> elements) {
    throw new UnsupportedOperationException();
  }
}
