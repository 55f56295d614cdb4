package workbook.explore;

import java.lang.invoke.MethodHandleInfo;
import java.lang.invoke.SerializedLambda;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Arrays;

/// Finds the method behind a lambda, and the same method in an exploring loader.
final class LambdaTarget {
  private LambdaTarget() {}

  static Exploration exploration(Program program) {
    var lambda = serialised(program);
    if (lambda.getImplMethodKind() != MethodHandleInfo.REF_invokeStatic) {
      throw new IllegalArgumentException(
          "make what the threads share inside the lambda: this one uses the object around it");
    }
    var captured = new Object[lambda.getCapturedArgCount()];
    for (var i = 0; i < captured.length; i++) {
      captured[i] = plain(lambda.getCapturedArg(i));
    }
    var loader = Exploration.loader(program.getClass().getClassLoader());
    return Exploration.of(
        loader,
        () -> {
          var method = method(lambda, loader);
          return () -> () -> invoke(method, null, captured);
        });
  }

  /// Calls a method of the code under test and throws what it throws.
  static Object invoke(Method method, Object object, Object... arguments) {
    try {
      return method.invoke(object, arguments);
    } catch (InvocationTargetException e) {
      throw SneakyThrow.thrown(e.getCause());
    } catch (IllegalAccessException e) {
      throw new IllegalStateException(e);
    }
  }

  /// Makes an object of the code under test, without arguments.
  static Object make(Class<?> type) {
    try {
      var constructor = type.getDeclaredConstructor();
      constructor.setAccessible(true);
      return make(constructor);
    } catch (NoSuchMethodException e) {
      throw new IllegalStateException(e);
    }
  }

  /// Makes an object of the code under test and throws what its constructor throws.
  static Object make(Constructor<?> constructor, Object... arguments) {
    try {
      return constructor.newInstance(arguments);
    } catch (InvocationTargetException e) {
      throw SneakyThrow.thrown(e.getCause());
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  private static SerializedLambda serialised(Program program) {
    try {
      var replace = program.getClass().getDeclaredMethod("writeReplace");
      replace.setAccessible(true);
      return (SerializedLambda) replace.invoke(program);
    } catch (ReflectiveOperationException | ClassCastException e) {
      throw new IllegalArgumentException("give a lambda or a method reference, not an object", e);
    }
  }

  private static Object plain(Object value) {
    var isPlain = value != null && value.getClass().getPackageName().equals("java.lang");
    if (isPlain) {
      return value;
    }
    throw new IllegalArgumentException(
        "make what the threads share inside the lambda: it brings along a "
            + (value == null ? "null" : value.getClass().getSimpleName()));
  }

  private static Method method(SerializedLambda lambda, ClassLoader loader) {
    var type = lambda.getImplClass().replace('/', '.');
    try {
      return Arrays.stream(Class.forName(type, false, loader).getDeclaredMethods())
          .filter(method -> method.getName().equals(lambda.getImplMethodName()))
          .filter(method -> method.getParameterCount() == lambda.getCapturedArgCount())
          .peek(method -> method.setAccessible(true))
          .findFirst()
          .orElseThrow(() -> new IllegalArgumentException("cannot find this lambda in " + type));
    } catch (ClassNotFoundException e) {
      throw new IllegalArgumentException("there is no class " + type, e);
    }
  }
}
