package workbook.explore.runtime;

import java.util.HashMap;
import java.util.Map;

/// The name of a kind of memory location: one field of a class, the elements of a kind of array,
/// the contents of a kind of collection. Two places with the same name are the same object.
public final class SharedVariable {
  private static final Map<String, SharedVariable> ALL = new HashMap<>();

  private final String name;
  final int number;

  private SharedVariable(String name, int number) {
    this.name = name;
    this.number = number;
  }

  /// @param name unique, readable, the same in every JVM
  public static synchronized SharedVariable named(String name) {
    return ALL.computeIfAbsent(name, n -> new SharedVariable(n, ALL.size()));
  }

  public String name() {
    return name;
  }

  /// A short stand-in for the name, the same in every JVM.
  int code() {
    return name.hashCode();
  }

  @Override
  public String toString() {
    return name;
  }
}
