package workbook.explore;

import java.util.List;
import java.util.function.Supplier;
import workbook.Scenario;

/// The code to explore, by name: it is loaded afresh, so an object made elsewhere would not do.
///
/// @param loader finds the class files
/// @param entry where the program begins
public record Subject(ClassLoader loader, Entry entry) {
  /// A scenario on the class path.
  ///
  /// @param name `package.Class` or `package.Class::method`
  public static Subject named(String name) {
    var parts = name.split("::", 2);
    var loader = Thread.currentThread().getContextClassLoader();
    return new Subject(
        loader == null ? Subject.class.getClassLoader() : loader,
        new ScenarioEntry(parts[0], parts.length == 1 ? null : parts[1]));
  }

  public static Subject of(Class<? extends Scenario> type) {
    return scenario(type.getClassLoader(), type.getName());
  }

  /// A class that is a [Scenario] and has a constructor without parameters.
  ///
  /// @param type with dots
  public static Subject scenario(ClassLoader loader, String type) {
    return new Subject(loader, new ScenarioEntry(type, null));
  }

  /// A program that begins with `main`, as the JVM would start it: static or not, with the
  /// arguments or without (JLS 12.1.4). It may read from `System.in` what it is given.
  ///
  /// @param type with dots
  /// @param input what `System.in` gives; null when the program must not read it
  public static Subject main(ClassLoader loader, String type, List<String> args, byte[] input) {
    return new Subject(loader, new MainEntry(type, List.copyOf(args), input));
  }

  /// A method without parameters of a JUnit Jupiter test class, with what is annotated `BeforeEach`
  /// and `AfterEach`.
  ///
  /// @param type with dots
  public static Subject test(ClassLoader loader, String type, String method) {
    return new Subject(loader, new TestEntry(type, method));
  }

  /// Where a program begins.
  sealed interface Entry permits ScenarioEntry, MainEntry, TestEntry {
    /// How to make the program anew for each run, with classes of this loader.
    ///
    /// @throws IllegalArgumentException with one plain sentence when there is no such beginning
    Supplier<Runnable> in(ClassLoader exploring);

    /// Whether the main thread does no more than to start the others, wait for them and check.
    boolean mainOnlyWaits();
  }

  @Override
  public String toString() {
    return entry.toString();
  }
}
