package workbook.explore.model;

import java.util.List;

/// Stands in for the JDK's internal access to `java.util`.
public interface InternalLists {
  /// A list of the elements that nobody can change.
  <E> List<E> listFromTrustedArray(Object[] elements);
}
