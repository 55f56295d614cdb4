package workbook.explore;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;
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
    /// A JUnit Jupiter test without parameters, of a class that is made without arguments and
    /// prepares nothing for all its tests together.
    TEST,
    /// A method `main`, with arguments or without, static or not.
    MAIN
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
      try {
        var type = Class.forName(name, false, loader);
        if (isScenario(type)) {
          found.add(new EntryPoint(Kind.SCENARIO, name, ""));
        }
        tests(type).forEach(test -> found.add(new EntryPoint(Kind.TEST, name, test)));
        if (MainEntry.of(type).filter(main -> isOwn(main, type, types)).isPresent()) {
          found.add(new EntryPoint(Kind.MAIN, name, ""));
        }
      } catch (ClassNotFoundException gone) {
        throw new NoClassDefFoundError(name);
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

  /// Also for a class within another object: then that one is made, too.
  private static List<String> tests(Class<?> type) {
    return canBeMade(type) && TestEntry.canRun(type)
        ? Arrays.stream(type.getDeclaredMethods())
            .filter(EntryPoint::isTest)
            .map(Method::getName)
            .sorted()
            .toList()
        : List.of();
  }

  private static boolean isTest(Method method) {
    return method.getParameterCount() == 0
        && !Modifier.isStatic(method.getModifiers())
        && (method.isAnnotationPresent(Test.class) || method.isAnnotationPresent(Explore.class));
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
