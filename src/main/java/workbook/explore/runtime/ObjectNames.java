package workbook.explore.runtime;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;

/// Names of objects as a reader of the code knows them: by the field that holds them.
final class ObjectNames {
  private static final int NAMED_DEPTH = 3;

  private final Map<Object, String> names = new IdentityHashMap<>();
  private final Set<Object> provisional =
      java.util.Collections.newSetFromMap(new IdentityHashMap<>());
  private final Map<Object, Holder> holders = new IdentityHashMap<>();
  private final Map<String, Integer> counts = new HashMap<>();
  private Object scenario;

  /// The final field or the array that holds an object from the beginning.
  ///
  /// @param owner null for a static field
  /// @param place `.field` or `[index]`
  private record Holder(Object owner, String place) {}

  /// Learns which object is the scenario itself: its fields are called as its own code calls them.
  void scenario(Object object) {
    scenario = object;
    explore(object, NAMED_DEPTH);
  }

  /// Learns that a field holds an object; the first name stays.
  void learn(Object object, String name) {
    if (object == null || name.isEmpty()) {
      return;
    }
    if (!names.containsKey(object) || provisional.remove(object)) {
      names.put(object, name);
    }
  }

  /// Learns which final field an object is put into. What it is called depends on how its owner is
  /// called by then, so that is asked when the name is needed.
  void learnField(Object owner, String field, Object object) {
    learnHolder(object, new Holder(owner, "." + field));
    if (object instanceof Object[] array) {
      for (var i = 0; i < array.length; i++) {
        learnElement(array, i, array[i]);
      }
    }
  }

  /// Learns that an array holds an object from the beginning.
  void learnElement(Object array, int index, Object object) {
    learnHolder(object, new Holder(array, "[" + index + "]"));
  }

  private void learnHolder(Object object, Holder holder) {
    if (object == null) {
      return;
    }
    holders.putIfAbsent(object, holder);
    if (provisional.remove(object)) {
      names.remove(object);
    }
  }

  String of(Object object) {
    if (object instanceof LogicalThread thread) {
      return thread.name();
    }
    if (object == null) {
      return "null";
    }
    if (isPlainValue(object)) {
      return object.toString();
    }
    if (object instanceof String text) {
      return '"' + text + '"';
    }
    if (!names.containsKey(object)) {
      names.put(object, newName(object));
    }
    return names.get(object);
  }

  /// Whether it is a number, a letter or a truth value; an atomic number is none.
  private static boolean isPlainValue(Object object) {
    return object instanceof Number
            && object.getClass().getClassLoader() == null
            && !object.getClass().getName().contains(".atomic.")
        || object instanceof Boolean
        || object instanceof Character;
  }

  /// Learns the names of everything that can be reached from an object of the code under test.
  private void explore(Object root, int depth) {
    if (root == null || depth == 0 || root.getClass().getClassLoader() == null) {
      return;
    }
    for (Class<?> type = root.getClass(); type != null; type = type.getSuperclass()) {
      if (type.getClassLoader() == null || HashKind.isCopiedTable(type)) {
        return;
      }
      for (var field : type.getDeclaredFields()) {
        if (field.getType().isPrimitive() || Modifier.isStatic(field.getModifiers())) {
          continue;
        }
        if (!field.trySetAccessible()) {
          continue;
        }
        var value = value(field, root);
        if (value == null || names.containsKey(value) && !provisional.contains(value)) {
          continue;
        }
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
  String field(Object object, CodeLocation site) {
    var place = site.variable().name();
    var owner = place.substring(0, place.lastIndexOf('.'));
    var simple = owner.substring(Math.max(owner.lastIndexOf('.'), owner.lastIndexOf('$')) + 1);
    if (object == scenario) {
      return site.name();
    }
    return (object == Hooks.STATICS ? simple : of(object)) + "." + site.name();
  }

  private String newName(Object object) {
    var holder = holders.get(object);
    if (holder != null && isNamed(holder.owner)) {
      return numbered(of(holder.owner) + holder.place);
    }
    if (holder != null && holder.place.startsWith(".")) {
      return numbered(holder.place.substring(1));
    }
    provisional.add(object);
    return numbered(
        object instanceof Class<?> c ? c.getSimpleName() + ".class" : plain(object.getClass()));
  }

  private boolean isNamed(Object object) {
    return holders.containsKey(object)
        || names.containsKey(object) && !provisional.contains(object);
  }

  /// The name itself for the first object of that name, with a number for the others.
  private String numbered(String name) {
    var count = counts.merge(name, 1, Integer::sum);
    return count == 1 ? name : name + "-" + count;
  }

  /// What kind of thing an object is.
  String kind(Object object) {
    return plain(object.getClass());
  }

  /// What kind of thing it is. The class of a lambda has a name that differs in each JVM.
  private static String plain(Class<?> type) {
    if (type.isHidden()) {
      return "lambda";
    }
    var name = type.getSimpleName();
    if (type.getName().startsWith("workbook.explore.model.Model")) {
      name = name.substring(5);
    }
    return name.isEmpty() ? type.getName().substring(type.getName().lastIndexOf('.') + 1) : name;
  }
}
