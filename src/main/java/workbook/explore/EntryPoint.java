package workbook.explore;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import workbook.Scenario;

/// Where a program of somebody's own classes can begin.
///
/// @param type the class, with dots
/// @param method the test; empty for the other kinds
public record EntryPoint(Kind kind, String type, String method) {
  /// What sort of beginning it is; the first of them that a file has is the one it is about.
  public enum Kind {
    /// A class that can be made and is a [Scenario].
    SCENARIO,
    /// A JUnit Jupiter test that needs no more of JUnit than new objects and calls of methods.
    TEST,
    /// A method `main`, with arguments or without, static or not.
    MAIN
  }

  /// A test that is not explored, and why.
  ///
  /// @param test where it would begin
  /// @param why the rest of a sentence about it: `is disabled: not yet`
  public record LeftOut(EntryPoint test, String why) {}

  /// The tests that are not explored, in the order of the classes, then by name. Loads the classes
  /// and runs nothing of them.
  ///
  /// @param types names with dots
  public static List<LeftOut> leftOut(ClassLoader loader, List<String> types) {
    var found = new ArrayList<LeftOut>();
    for (var name : types) {
      var type = loaded(loader, name);
      for (var test : tests(type)) {
        JupiterTests.obstacle(type, test)
            .map(why -> new LeftOut(new EntryPoint(Kind.TEST, name, test.getName()), why))
            .ifPresent(found::add);
      }
    }
    return found;
  }

  private static Class<?> loaded(ClassLoader loader, String name) {
    try {
      return Class.forName(name, false, loader);
    } catch (ClassNotFoundException gone) {
      throw new NoClassDefFoundError(name);
    }
  }

  /// All of them, by kind; within a kind in the order of the classes, tests by name. A class that
  /// inherits its `main` from another of them is left out. Loads the classes and runs nothing of
  /// them.
  ///
  /// @param types names with dots
  /// @throws LinkageError when a class needs one that is not there
  public static List<EntryPoint> in(ClassLoader loader, List<String> types) {
    var found = new ArrayList<EntryPoint>();
    for (var name : types) {
      var type = loaded(loader, name);
      if (isScenario(type)) {
        found.add(new EntryPoint(Kind.SCENARIO, name, ""));
      }
      tests(type).stream()
          .filter(test -> JupiterTests.obstacle(type, test).isEmpty())
          .forEach(test -> found.add(new EntryPoint(Kind.TEST, name, test.getName())));
      if (MainEntry.of(type).filter(main -> isOwn(main, type, types)).isPresent()) {
        found.add(new EntryPoint(Kind.MAIN, name, ""));
      }
    }
    found.sort(Comparator.comparing(EntryPoint::kind));
    return found;
  }

  /// Whether it is no other class of these that has the method; a class below that one begins
  /// there, too, but is not what anybody means.
  private static boolean isOwn(Method main, Class<?> type, List<String> types) {
    var owner = main.getDeclaringClass();
    return !type.isAnonymousClass() && (owner == type || !types.contains(owner.getName()));
  }

  private static boolean isScenario(Class<?> type) {
    return Scenario.class.isAssignableFrom(type)
        && canBeMade(type)
        && Arrays.stream(type.getDeclaredConstructors())
            .anyMatch(constructor -> constructor.getParameterCount() == 0);
  }

  private static List<Method> tests(Class<?> type) {
    return canBeMade(type) ? JupiterTests.in(type) : List.of();
  }

  private static boolean canBeMade(Class<?> type) {
    return !type.isInterface() && !Modifier.isAbstract(type.getModifiers());
  }

  /// The program that begins here.
  ///
  /// @param args of `main`
  /// @param input what `main` and what it calls may read from `System.in`; null for nothing
  public Subject subject(ClassLoader loader, List<String> args, byte[] input) {
    return switch (kind) {
      case SCENARIO -> Subject.scenario(loader, type);
      case TEST -> Subject.test(loader, type, method);
      case MAIN -> Subject.main(loader, type, args, input);
    };
  }

  /// The class without its package: `Bank`, `Outer.Inner`.
  public String simpleType() {
    return type.substring(type.lastIndexOf('.') + 1).replace('$', '.');
  }

  /// In words: `main of Bank`, `the test transfers of BankTest`, `the scenario Bank.Broken`.
  @Override
  public String toString() {
    return switch (kind) {
      case SCENARIO -> "the scenario " + simpleType();
      case TEST -> "the test %s of %s".formatted(method, simpleType());
      case MAIN -> "main of " + simpleType();
    };
  }
}
