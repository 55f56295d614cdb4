package workbook.explore;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import workbook.explore.runtime.StaticState;

/// A call of a method of a contract, to be made with the classes of any loader.
///
/// @param owner the contract, with dots
/// @param parameters the types of its parameters, as reflection names them
/// @param arguments values of the JDK, or constants of enums
record MethodCall(String owner, String method, List<String> parameters, List<Object> arguments) {
  static MethodCall of(Class<?> contract, Method method, Object[] arguments) {
    var parameters = Arrays.stream(method.getParameterTypes()).map(Class::getName).toList();
    return new MethodCall(
        contract.getName(), method.getName(), parameters, Arrays.asList(arguments.clone()));
  }

  /// The call, bound to the classes of this loader.
  ///
  /// @throws IllegalArgumentException when the loader does not have the contract
  Bound in(ClassLoader loader) {
    try {
      var type = Class.forName(owner, false, loader);
      for (var one : type.getMethods()) {
        var types = Arrays.stream(one.getParameterTypes()).map(Class::getName).toList();
        if (one.getName().equals(method) && types.equals(parameters)) {
          one.setAccessible(true);
          return new Bound(one, arguments.toArray());
        }
      }
    } catch (ClassNotFoundException gone) {
      throw new IllegalArgumentException("there is no class " + owner, gone);
    }
    throw new IllegalArgumentException("%s has no method %s".formatted(owner, method));
  }

  /// @param values the arguments, constants of enums as they are elsewhere
  record Bound(Method method, Object[] values) {
    Object on(Object object) {
      var types = method.getParameterTypes();
      var mine = values.clone();
      for (var i = 0; i < mine.length; i++) {
        if (mine[i] instanceof Enum<?> constant && types[i].isEnum()) {
          mine[i] = constant(types[i], constant.name());
        }
      }
      return LambdaTarget.invoke(method, object, mine);
    }

    /// The constant of this run.
    private static Object constant(Class<?> type, String name) {
      try {
        StaticState.initialise(type);
        var valueOf = type.getDeclaredMethod("valueOf", String.class);
        valueOf.setAccessible(true);
        return LambdaTarget.invoke(valueOf, null, name);
      } catch (NoSuchMethodException impossible) { // every enum has it, JLS 8.9.3
        throw new IllegalStateException(impossible);
      }
    }
  }

  /// `put(1, "a")`.
  @Override
  public String toString() {
    return method
        + arguments.stream().map(MethodCall::shown).collect(Collectors.joining(", ", "(", ")"));
  }

  private static String shown(Object value) {
    return value instanceof String text ? "\"" + text + "\"" : Objects.toString(value);
  }
}
