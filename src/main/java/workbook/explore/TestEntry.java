package workbook.explore;

import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.junit.platform.commons.support.ReflectionSupport;
import workbook.explore.runtime.StaticState;

/// A program that is one test method: a new object, inside new objects of the classes around it,
/// what comes before each test, the test, and what comes after.
///
/// @param type the test class, with dots
/// @param method its name; it has no parameters
record TestEntry(String type, String method) implements Subject.Entry {
  /// A test class or one around it.
  private record Level(Class<?> type, List<Method> before, List<Method> after) {
    static Level of(Class<?> type) {
      return new Level(type, JupiterTests.before(type), JupiterTests.after(type));
    }
  }

  @Override
  public Supplier<Runnable> in(ClassLoader exploring) {
    try {
      var found = Class.forName(type, false, exploring);
      var test = ReflectionSupport.findMethod(found, method).orElseThrow(this::unfit);
      test.setAccessible(true);
      var levels = JupiterTests.around(found).stream().map(Level::of).toList();
      return () -> () -> run(levels, test);
    } catch (ClassNotFoundException e) {
      throw unfit();
    }
  }

  private IllegalArgumentException unfit() {
    return new IllegalArgumentException(
        "an explored test takes no parameters: "
            + type.substring(type.lastIndexOf('.') + 1)
            + "."
            + method);
  }

  /// Runs a test with what belongs to it. What comes after is called whatever happens, that of the
  /// innermost class first; of several failures the first is thrown.
  private static void run(List<Level> levels, Method test) {
    var objects = new ArrayList<>();
    for (var level : levels) {
      objects.add(objects.isEmpty() ? made(level.type()) : made(level.type(), objects.getLast()));
    }
    var failures = new ArrayList<Throwable>();
    attempt(
        () -> {
          for (var at = 0; at < levels.size(); at++) {
            var object = objects.get(at);
            levels.get(at).before().forEach(method -> LambdaTarget.invoke(method, object));
          }
          LambdaTarget.invoke(test, objects.getLast());
        },
        failures);
    for (var at = levels.size() - 1; at >= 0; at--) {
      var object = objects.get(at);
      for (var method : levels.get(at).after()) {
        attempt(() -> LambdaTarget.invoke(method, object), failures);
      }
    }
    if (!failures.isEmpty()) {
      throw SneakyThrow.thrown(failures.getFirst());
    }
  }

  private static void attempt(Runnable part, List<Throwable> failures) {
    try {
      part.run();
    } catch (Throwable thrown) {
      failures.add(thrown);
    }
  }

  private static Object made(Class<?> type, Object... around) {
    StaticState.initialise(type);
    var constructor = type.getDeclaredConstructors()[0];
    constructor.setAccessible(true);
    return LambdaTarget.make(constructor, around);
  }

  @Override
  public boolean mainOnlyWaits() {
    return false;
  }

  @Override
  public String toString() {
    return type + "::" + method;
  }
}
