package workbook.explore.runtime;

import java.util.BitSet;
import java.util.Set;
import java.util.TreeSet;

/// Places where the order of threads was found to matter although nothing synchronises there.
///
/// A run starts with decision points only where threads synchronise. When two accesses are found
/// that nothing orders, their place is added here, and the search begins again with decision points
/// at that place too. A program that keeps its locks never pays for its plain fields.
public final class SharedLocations {
  private final BitSet known = new BitSet();
  private final BitSet asked = new BitSet();
  private final Set<Integer> codes = new TreeSet<>();

  public SharedLocations() {}

  /// The discoveries of an earlier search, by their [#codes].
  public SharedLocations(Set<Integer> codes) {
    this.codes.addAll(codes);
  }

  boolean contains(SharedVariable variable) {
    if (!asked.get(variable.number)) {
      asked.set(variable.number);
      known.set(variable.number, codes.contains(variable.code()));
    }
    return known.get(variable.number);
  }

  void add(SharedVariable variable) {
    codes.add(variable.code());
    asked.clear(variable.number);
  }

  /// Short stand-ins for the places, in a fixed order.
  public Set<Integer> codes() {
    return new TreeSet<>(codes);
  }
}
