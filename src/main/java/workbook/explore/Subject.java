package workbook.explore;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Modifier;
import java.util.function.Supplier;
import workbook.Scenario;
import workbook.explore.runtime.StaticState;

/// The code to explore, by name: it is loaded afresh, so an object made elsewhere would not do.
///
/// @param loader finds the class files
/// @param type the class, with dots
/// @param method a static method without parameters that returns a [Scenario]; null when the class
///   itself is one and has a constructor without parameters
public record Subject(ClassLoader loader, String type, String method) {
  /// A subject on the class path.
  ///
  /// @param name `package.Class` or `package.Class::method`
  public static Subject named(String name) {
    var parts = name.split("::", 2);
    var loader = Thread.currentThread().getContextClassLoader();
    return new Subject(
        loader == null ? Subject.class.getClassLoader() : loader,
        parts[0],
        parts.length == 1 ? null : parts[1]);
  }

  public static Subject of(Class<? extends Scenario> type) {
    return new Subject(type.getClassLoader(), type.getName(), null);
  }

  @Override
  public String toString() {
    return method == null ? type : type + "::" + method;
  }

  /// How to make the scenario, with classes of this loader.
  ///
  /// @throws IllegalArgumentException with one plain sentence when there is no such scenario
  Supplier<Scenario> in(ClassLoader exploring) {
    try {
      var found = Class.forName(type, false, exploring);
      if (method != null) {
        var made = found.getDeclaredMethod(method);
        mustBeScenario(made.getReturnType(), this + " does not return one");
        if (!Modifier.isStatic(made.getModifiers())) {
          throw notOne(this + " is not static");
        }
        made.setAccessible(true);
        return () -> (Scenario) call(() -> made.invoke(null));
      }
      mustBeScenario(found, type + " does not implement it");
      var constructor = found.getDeclaredConstructor();
      constructor.setAccessible(true);
      return () -> {
        StaticState.initialise(found);
        return (Scenario) call(constructor::newInstance);
      };
    } catch (ClassNotFoundException e) {
      throw new IllegalArgumentException("there is no class " + type, e);
    } catch (NoSuchMethodException e) {
      throw new IllegalArgumentException(
          method == null
              ? type + " has no constructor without parameters"
              : type + " has no method " + method + "()",
          e);
    }
  }

  private static void mustBeScenario(Class<?> type, String why) {
    if (!Scenario.class.isAssignableFrom(type)) {
      throw notOne(why);
    }
  }

  private static IllegalArgumentException notOne(String why) {
    return new IllegalArgumentException("this is no scenario: " + why);
  }

  private interface Reflection {
    Object run() throws ReflectiveOperationException;
  }

  private static Object call(Reflection reflection) {
    try {
      return reflection.run();
    } catch (InvocationTargetException e) {
      throw SneakyThrow.thrown(e.getCause());
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }
}
