package workbook.explore;

import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import workbook.explore.runtime.StaticState;

/// A program that is one test method: a new object, what comes before each test, the test, and what
/// comes after.
///
/// @param type the test class, with dots
/// @param method its name; it has no parameters
record TestEntry(String type, String method) implements Subject.Entry {
  @Override
  public Supplier<Runnable> in(ClassLoader exploring) {
    try {
      var found = Class.forName(type, false, exploring);
      var test = found.getDeclaredMethod(method);
      test.setAccessible(true);
      var before = annotated(found, BeforeEach.class);
      var after = annotated(found, AfterEach.class);
      return () -> () -> run(found, before, test, after);
    } catch (ReflectiveOperationException e) {
      throw new IllegalArgumentException(
          "an explored test takes no parameters: "
              + type.substring(type.lastIndexOf('.') + 1)
              + "."
              + method,
          e);
    }
  }

  /// Whether the tests of a class need nothing of JUnit but the calls made here: no arguments, and
  /// nothing that happens once for all of them.
  static boolean canRun(Class<?> type) {
    for (var above = type; above != null; above = above.getSuperclass()) {
      for (var method : above.getDeclaredMethods()) {
        var around =
            method.isAnnotationPresent(BeforeEach.class)
                || method.isAnnotationPresent(AfterEach.class);
        if (around && method.getParameterCount() > 0
            || method.isAnnotationPresent(BeforeAll.class)
            || method.isAnnotationPresent(AfterAll.class)) {
          return false;
        }
      }
    }
    var constructors = type.getDeclaredConstructors();
    var inner = type.isMemberClass() && !Modifier.isStatic(type.getModifiers());
    return constructors.length == 1
        && constructors[0].getParameterCount() == (inner ? 1 : 0)
        && (!inner || canRun(type.getEnclosingClass()));
  }

  private static void run(Class<?> type, List<Method> before, Method test, List<Method> after) {
    var instance = instance(type);
    before.forEach(method -> LambdaTarget.invoke(method, instance));
    try {
      LambdaTarget.invoke(test, instance);
    } finally {
      after.forEach(method -> LambdaTarget.invoke(method, instance));
    }
  }

  /// A new instance, inside a new instance of the class around it where there is one.
  private static Object instance(Class<?> type) {
    StaticState.initialise(type);
    var constructor = type.getDeclaredConstructors()[0];
    constructor.setAccessible(true);
    return constructor.getParameterCount() == 0
        ? LambdaTarget.make(constructor)
        : LambdaTarget.make(constructor, instance(type.getEnclosingClass()));
  }

  /// The methods that have this annotation, those of the class above first.
  private static List<Method> annotated(Class<?> type, Class<? extends Annotation> annotation) {
    if (type == null) {
      return List.of();
    }
    var methods = new ArrayList<>(annotated(type.getSuperclass(), annotation));
    Arrays.stream(type.getDeclaredMethods())
        .filter(method -> method.isAnnotationPresent(annotation))
        .sorted(java.util.Comparator.comparing(Method::getName))
        .peek(method -> method.setAccessible(true))
        .forEach(methods::add);
    return methods;
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
