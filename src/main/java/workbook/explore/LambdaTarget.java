package workbook.explore;

import java.io.Serializable;
import java.lang.invoke.MethodHandleInfo;
import java.lang.invoke.SerializedLambda;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.function.Supplier;
import workbook.explore.runtime.StaticState;

/// Finds the method behind a lambda, and the same method in an exploring loader.
final class LambdaTarget {
  private final SerializedLambda lambda;
  private final Object[] captured;

  private LambdaTarget(SerializedLambda lambda, Object[] captured) {
    this.lambda = lambda;
    this.captured = captured;
  }

  static Exploration exploration(Program program) {
    var loader = Exploration.loader(program.getClass().getClassLoader());
    var target = of(program);
    return Exploration.of(
        loader,
        () -> {
          var call = target.in(loader);
          return () ->
              () -> {
                var _ = call.get();
              };
        });
  }

  /// What is behind a lambda or a method reference, to be found with any loader.
  ///
  /// @throws IllegalArgumentException with one plain sentence when it brings objects along
  static LambdaTarget of(Serializable lambda) {
    var serialised = serialised(lambda);
    var kind = serialised.getImplMethodKind();
    if (kind != MethodHandleInfo.REF_invokeStatic
        && kind != MethodHandleInfo.REF_newInvokeSpecial) {
      throw new IllegalArgumentException(
          "make what the threads share inside the lambda: this one uses the object around it");
    }
    var captured = new Object[serialised.getCapturedArgCount()];
    for (var i = 0; i < captured.length; i++) {
      captured[i] = plain(serialised.getCapturedArg(i));
    }
    return new LambdaTarget(serialised, captured);
  }

  /// The same call with classes of this loader.
  Supplier<Object> in(ClassLoader loader) {
    if (lambda.getImplMethodKind() == MethodHandleInfo.REF_newInvokeSpecial) {
      return maker(loader, name());
    }
    var method = method(loader);
    return () -> invoke(method, null, captured);
  }

  /// Makes objects of a class by its constructor without parameters.
  static Supplier<Object> maker(ClassLoader loader, String name) {
    var type = type(loader, name);
    return () -> {
      StaticState.initialise(type);
      return make(type);
    };
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
      throw new IllegalArgumentException(
          type.getSimpleName() + " has no constructor without parameters", e);
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

  private static SerializedLambda serialised(Serializable lambda) {
    try {
      var replace = lambda.getClass().getDeclaredMethod("writeReplace");
      replace.setAccessible(true);
      return (SerializedLambda) replace.invoke(lambda);
    } catch (ReflectiveOperationException | ClassCastException e) {
      throw new IllegalArgumentException("give a lambda or a method reference, not an object", e);
    }
  }

  private static Object plain(Object value) {
    return switch (value) {
      case String _, Boolean _, Character _ -> value;
      case Number number when number.getClass().getPackageName().equals("java.lang") -> value;
      case null, default ->
          throw new IllegalArgumentException(
              "make what the threads share inside the lambda: it brings along a "
                  + (value == null ? "null" : value.getClass().getSimpleName()));
    };
  }

  private Method method(ClassLoader loader) {
    var type = type(loader, name());
    return Arrays.stream(type.getDeclaredMethods())
        .filter(method -> method.getName().equals(lambda.getImplMethodName()))
        .filter(method -> method.getParameterCount() == captured.length)
        .peek(method -> method.setAccessible(true))
        .findFirst()
        .orElseThrow(
            () -> new IllegalArgumentException("cannot find this lambda in " + type.getName()));
  }

  private String name() {
    return lambda.getImplClass().replace('/', '.');
  }

  private static Class<?> type(ClassLoader loader, String name) {
    try {
      return Class.forName(name, false, loader);
    } catch (ClassNotFoundException e) {
      throw new IllegalArgumentException("there is no class " + name, e);
    }
  }
}
