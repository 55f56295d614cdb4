package workbook.explore;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import workbook.explore.model.ModelInput;
import workbook.explore.runtime.StaticState;

/// A program that begins with `main`.
///
/// @param type the class, with dots
/// @param input what `System.in` gives; null when the program must not read it
record MainEntry(String type, List<String> args, byte[] input) implements Subject.Entry {
  @Override
  public Supplier<Runnable> in(ClassLoader exploring) {
    try {
      var found = Class.forName(type, false, exploring);
      var main =
          of(found).orElseThrow(() -> new IllegalArgumentException(type + " has no method main"));
      main.setAccessible(true);
      return () -> () -> run(found, main);
    } catch (ClassNotFoundException e) {
      throw new IllegalArgumentException("there is no class " + type, e);
    }
  }

  /// The method that the JVM would call (JLS 12.1.4): one with the arguments before one without.
  /// One of a class or an interface above will do, and none may be private.
  static Optional<Method> of(Class<?> type) {
    return Stream.of(new Class<?>[] {String[].class}, new Class<?>[0])
        .flatMap(parameters -> main(type, parameters).stream())
        .filter(main -> Modifier.isStatic(main.getModifiers()) || canBeMade(type))
        .findFirst();
  }

  private static Optional<Method> main(Class<?> type, Class<?>[] parameters) {
    for (var above = type; above != null; above = above.getSuperclass()) {
      for (var method : above.getDeclaredMethods()) {
        if (isMain(method, parameters)) {
          return Optional.of(method);
        }
      }
    }
    return Arrays.stream(type.getMethods()).filter(one -> isMain(one, parameters)).findFirst();
  }

  private static boolean isMain(Method method, Class<?>[] parameters) {
    return method.getName().equals("main")
        && method.getReturnType() == void.class
        && !Modifier.isPrivate(method.getModifiers())
        && !Modifier.isAbstract(method.getModifiers())
        && Arrays.equals(method.getParameterTypes(), parameters);
  }

  private static boolean canBeMade(Class<?> type) {
    return !Modifier.isAbstract(type.getModifiers())
        && Arrays.stream(type.getDeclaredConstructors())
            .anyMatch(
                one -> one.getParameterCount() == 0 && !Modifier.isPrivate(one.getModifiers()));
  }

  private void run(Class<?> found, Method main) {
    ModelInput.give(input);
    StaticState.initialise(found);
    var arguments =
        main.getParameterCount() == 0 ? new Object[0] : new Object[] {args.toArray(String[]::new)};
    LambdaTarget.invoke(
        main, Modifier.isStatic(main.getModifiers()) ? null : LambdaTarget.make(found), arguments);
  }

  @Override
  public boolean mainOnlyWaits() {
    return false;
  }

  @Override
  public String toString() {
    return type + "::main";
  }
}
