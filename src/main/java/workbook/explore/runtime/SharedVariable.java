package workbook.explore.runtime;

import java.util.HashMap;
import java.util.Map;

/// The name of a kind of memory location: one field of a class, the elements of a kind of array,
/// the contents of a kind of collection. Two places with the same name are the same object.
public final class SharedVariable {
  private static final Map<String, SharedVariable> ALL = new HashMap<>();

  private static final ClassValue<SharedVariable> ELEMENTS =
      new ClassValue<>() {
        @Override
        protected SharedVariable computeValue(Class<?> component) {
          var kind = component.isPrimitive() ? component.getName() : "reference";
          return elementsOf(component == boolean.class ? "byte" : kind);
        }
      };

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

  /// The elements of arrays.
  ///
  /// @param kind what instructions call them: `int`, `reference`; `byte` for `boolean`, too
  public static SharedVariable elementsOf(String kind) {
    return named("elements of " + kind + "[]");
  }

  static SharedVariable elementsOf(Class<?> component) {
    return ELEMENTS.get(component);
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
