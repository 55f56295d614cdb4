package workbook.explore;

import java.lang.reflect.Modifier;
import java.util.function.Supplier;
import workbook.Scenario;
import workbook.explore.runtime.StaticState;

/// A program that begins by making a scenario.
///
/// @param type the class, with dots
/// @param method a static method without parameters that returns a [Scenario]; null when the class
///   itself is one and has a constructor without parameters
record ScenarioEntry(String type, String method) implements Subject.Entry {
  @Override
  public Supplier<Runnable> in(ClassLoader exploring) {
    var scenario = scenario(exploring);
    return () -> new ScenarioRun(scenario);
  }

  /// How to make the scenario, with classes of this loader.
  ///
  /// @throws IllegalArgumentException with one plain sentence when there is no such scenario
  Supplier<Scenario> scenario(ClassLoader exploring) {
    try {
      var found = Class.forName(type, false, exploring);
      if (method != null) {
        var made = found.getDeclaredMethod(method);
        mustBeScenario(made.getReturnType(), this + " does not return one");
        if (!Modifier.isStatic(made.getModifiers())) {
          throw notOne(this + " is not static");
        }
        made.setAccessible(true);
        return () -> (Scenario) LambdaTarget.invoke(made, null);
      }
      mustBeScenario(found, type + " does not implement it");
      var constructor = found.getDeclaredConstructor();
      constructor.setAccessible(true);
      return () -> {
        StaticState.initialise(found);
        return (Scenario) LambdaTarget.make(constructor);
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

  @Override
  public boolean mainOnlyWaits() {
    return true;
  }

  @Override
  public String toString() {
    return method == null ? type : type + "::" + method;
  }
}
