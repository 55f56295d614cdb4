package workbook.explore.engine;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;

/// Names of objects as a reader of the code knows them: by the field that holds them.
final class Names {
  private static final int NAMED_DEPTH = 3;

  private final Map<Object, String> names = new IdentityHashMap<>();
  private final Set<Object> provisional =
      java.util.Collections.newSetFromMap(new IdentityHashMap<>());
  private final Map<String, Integer> counts = new HashMap<>();
  private Object scenario;

  /// Learns which object is the scenario itself: its fields are called as its own code calls them.
  void scenario(Object object) {
    scenario = object;
    explore(object, NAMED_DEPTH);
  }

  /// Learns that a field holds an object; the first name stays.
  void learn(Object object, String name) {
    if (object == null || name.isEmpty()) return;
    if (!names.containsKey(object) || provisional.remove(object)) names.put(object, name);
  }

  String of(Object object) {
    if (object instanceof LogicalThread thread) return thread.name();
    if (object == null) return "null";
    if (isPlainValue(object)) return object.toString();
    if (object instanceof String text) return '"' + text + '"';
    return names.computeIfAbsent(object, this::numbered);
  }

  /// Whether it is a number, a letter or a truth value; an atomic number is none.
  private static boolean isPlainValue(Object object) {
    return object instanceof Number && !object.getClass().getName().contains(".atomic.")
        || object instanceof Boolean
        || object instanceof Character;
  }

  /// Learns the names of everything that can be reached from an object of the code under test.
  private void explore(Object root, int depth) {
    if (root == null || depth == 0 || root.getClass().getClassLoader() == null) return;
    for (Class<?> type = root.getClass(); type != null; type = type.getSuperclass()) {
      if (type.getClassLoader() == null) return;
      for (var field : type.getDeclaredFields()) {
        if (field.getType().isPrimitive() || Modifier.isStatic(field.getModifiers())) continue;
        if (!field.trySetAccessible()) continue;
        var value = value(field, root);
        if (value == null || names.containsKey(value) && !provisional.contains(value)) continue;
        learn(value, field.getName());
        explore(value, depth - 1);
      }
    }
  }

  private static Object value(Field field, Object of) {
    try {
      return field.get(of);
    } catch (IllegalAccessException e) {
      return null;
    }
  }

  /// A field as the code would write it: `counter.n`, or `Counter.n` for a static one.
  String field(Object object, Site site) {
    var place = site.place().name();
    var owner = place.substring(0, place.lastIndexOf('.'));
    var simple = owner.substring(Math.max(owner.lastIndexOf('.'), owner.lastIndexOf('$')) + 1);
    if (object == scenario) return site.name();
    return (object == Hooks.STATICS ? simple : of(object)) + "." + site.name();
  }

  private String numbered(Object object) {
    provisional.add(object);
    var type =
        object instanceof Class<?> c ? c.getSimpleName() + ".class" : plain(object.getClass());
    var count = counts.merge(type, 1, Integer::sum);
    return count == 1 ? type : type + "-" + count;
  }

  private static String plain(Class<?> type) {
    var name = type.getSimpleName();
    if (type.getName().startsWith("workbook.explore.model.Model")) name = name.substring(5);
    return name.isEmpty() ? type.getName().substring(type.getName().lastIndexOf('.') + 1) : name;
  }
}
