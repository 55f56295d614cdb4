package workbook.explore;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import workbook.explore.calls.NumberedPrograms;

/// The calls of a contract's methods, and the small programs made of them.
final class ContractCalls {
  private static final List<Object> TEXTS = List.of("a", "b");

  private final Class<?> contract;
  private final List<Method> methods;
  private final Map<Method, List<MethodCall>> given = new LinkedHashMap<>();
  private final List<MethodCall> before = new ArrayList<>();
  private final Map<Class<?>, List<Object>> values = new HashMap<>();
  private boolean onlyGiven;

  ContractCalls(Class<?> contract) {
    this.contract = contract;
    methods =
        Arrays.stream(contract.getMethods())
            .filter(method -> !Modifier.isStatic(method.getModifiers()))
            .filter(method -> method.getDeclaringClass() != Object.class)
            .filter(method -> !method.isBridge() && !method.isDefault())
            .sorted(
                Comparator.comparing(Method::getName)
                    .thenComparing(method -> Arrays.toString(method.getParameterTypes())))
            .toList();
    if (methods.isEmpty()) {
      throw new IllegalArgumentException(
          contract.getSimpleName() + " has no public method to call");
    }
    for (var number : List.of(int.class, Integer.class)) {
      values.put(number, List.of(1, 130, -1));
    }
    for (var number : List.of(long.class, Long.class)) {
      values.put(number, List.of(1L, 130L, -1L));
    }
    for (var number : List.of(double.class, Double.class)) {
      values.put(number, List.of(1.0, 0.5));
    }
    for (var truth : List.of(boolean.class, Boolean.class)) {
      values.put(truth, List.of(true, false));
    }
    for (var text : List.of(Object.class, String.class, CharSequence.class, Comparable.class)) {
      values.put(text, TEXTS);
    }
  }

  void onlyGiven() {
    onlyGiven = true;
  }

  void values(Class<?> type, List<Object> some) {
    values.put(type, some);
  }

  void give(String method, Object[] arguments) {
    var found = method(method, arguments);
    given
        .computeIfAbsent(found, _ -> new ArrayList<>())
        .add(MethodCall.of(contract, found, arguments));
  }

  void first(String method, Object[] arguments) {
    before.add(MethodCall.of(contract, method(method, arguments), arguments));
  }

  private Method method(String name, Object[] arguments) {
    return methods.stream()
        .filter(method -> method.getName().equals(name))
        .filter(method -> method.getParameterCount() == arguments.length)
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "%s has no method %s with %d parameters"
                        .formatted(contract.getSimpleName(), name, arguments.length)));
  }

  /// The programs, the smallest first.
  ///
  /// @param number how many; all pairs of calls and some more when it is negative
  List<CallProgram> programs(int number, int more) {
    var calls = methods.stream().flatMap(method -> calls(method).stream()).toList();
    if (calls.isEmpty()) {
      throw new IllegalArgumentException("give at least one call(\"method\", …)");
    }
    var after = after();
    var pairs = calls.size() * (calls.size() + 1) / 2;
    return NumberedPrograms.of(calls, number < 0 ? pairs + more : number).stream()
        .map(threads -> new CallProgram(before, threads, after))
        .toList();
  }

  /// Every call that the programs are made of.
  List<MethodCall> all() {
    var all = new ArrayList<MethodCall>();
    methods.forEach(method -> all.addAll(calls(method)));
    all.addAll(before);
    all.addAll(after());
    return all;
  }

  private List<MethodCall> after() {
    return methods.stream()
        .filter(method -> given.containsKey(method) || !onlyGiven)
        .filter(method -> method.getParameterCount() == 0)
        .filter(method -> method.getReturnType() != void.class)
        .map(method -> MethodCall.of(contract, method, new Object[0]))
        .toList();
  }

  private List<MethodCall> calls(Method method) {
    return given.containsKey(method) || onlyGiven
        ? given.getOrDefault(method, List.of())
        : usual(method);
  }

  /// As many calls as its first parameter has values; the others take theirs in turn.
  private List<MethodCall> usual(Method method) {
    var types = method.getParameterTypes();
    var calls = new ArrayList<MethodCall>();
    var many = types.length == 0 ? 1 : Math.max(2, values(method, types[0]).size());
    for (var one = 0; one < many; one++) {
      var arguments = new Object[types.length];
      for (var at = 0; at < types.length; at++) {
        var some = values(method, types[at]);
        arguments[at] = some.get((one + at) % some.size());
      }
      calls.add(MethodCall.of(contract, method, arguments));
    }
    return calls.stream().distinct().toList();
  }

  private List<Object> values(Method method, Class<?> type) {
    if (type.isEnum() && !values.containsKey(type)) {
      return List.of(type.getEnumConstants());
    }
    var some = values.get(type);
    if (some == null || some.isEmpty()) {
      throw new IllegalArgumentException(
          "say with which values %s is called: call(\"%s\", …), or values(%s.class, …)"
              .formatted(method.getName(), method.getName(), type.getSimpleName()));
    }
    return some;
  }
}
