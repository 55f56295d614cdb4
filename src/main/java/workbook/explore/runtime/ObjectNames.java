package workbook.explore.runtime;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;

/// Names of objects as a reader of the code knows them: by the field that holds them.
final class ObjectNames {
  /// Stands for a value of which there is nothing short to say.
  static final String UNTOLD = "…";

  private static final int NAMED_DEPTH = 3;
  private static final int LONGEST_TEXT = 40;

  private final Map<Object, String> names = new IdentityHashMap<>();
  private final Set<Object> provisional =
      java.util.Collections.newSetFromMap(new IdentityHashMap<>());
  private final Map<Object, Holder> holders = new IdentityHashMap<>();

  /// The local variables that objects were first put into, or what stands for one.
  private final Map<Object, String> locals = new IdentityHashMap<>();

  /// The calls that gave out parts of locks, for example `lock.newCondition()`.
  private final Map<Object, String> parts = new IdentityHashMap<>();

  /// Where lambdas and instances of anonymous classes were made.
  private final Map<Object, CodeLocation> creations = new IdentityHashMap<>();

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
  void learn(Object object, String variable) {
    var name = sourceName(variable);
    if (object == null || name.isEmpty()) {
      return;
    }
    if (!names.containsKey(object) || provisional.remove(object)) {
      names.put(object, numbered(name));
    }
  }

  /// Learns which final field an object is put into. What it is called depends on how its owner is
  /// called by then, so that is asked when the name is needed.
  void learnField(Object owner, String field, Object object) {
    var name = sourceName(field);
    if (!name.isEmpty()) {
      learnHolder(object, new Holder(owner, "." + name));
    }
    learnElements(object);
  }

  private void learnElements(Object object) {
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

  /// Learns which local variable an object is put into; the first one counts, and any field that is
  /// known by the time the name is needed counts more.
  void learnLocal(Object object, String variable) {
    var name = sourceName(variable);
    if (!name.isEmpty() && locals.putIfAbsent(object, name) == null) {
      forgetProvisional(object);
      learnElements(object);
    }
  }

  /// Learns that an object is a part of another, which a call gave out.
  void learnPart(Object part, Object of, String method) {
    parts.putIfAbsent(part, of(of) + "." + method + "()");
  }

  /// Learns where a lambda or an instance of an anonymous class was made.
  void learnCreation(Object object, CodeLocation site) {
    creations.putIfAbsent(object, site);
  }

  /// A variable's name in the source; empty for one that only the compiler knows. `val$x` is the
  /// copy of `x` in an anonymous class, `arg$1` the first value that a lambda brings along,
  /// `this$0` the object around it.
  private static String sourceName(String variable) {
    var name = variable.startsWith("val$") ? variable.substring(4) : variable;
    return name.indexOf('$') >= 0 ? "" : name;
  }

  private void learnHolder(Object object, Holder holder) {
    if (object == null) {
      return;
    }
    holders.putIfAbsent(object, holder);
    forgetProvisional(object);
  }

  private void forgetProvisional(Object object) {
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
    if (object instanceof Enum<?> constant) {
      return constant.name();
    }
    if (isPlainValue(object)) {
      return object.toString();
    }
    if (object instanceof String text) {
      return QuotedText.of(text, LONGEST_TEXT);
    }
    if (!names.containsKey(object)) {
      names.put(object, newName(object));
    }
    return names.get(object);
  }

  /// What stands for a value in passing: itself if it is plain, its name if it has one from the
  /// source, else [#UNTOLD]. Unlike [#of], it gives nobody a name.
  String mention(Object object) {
    var told =
        object == null
            || object instanceof LogicalThread
            || object instanceof Enum<?>
            || object instanceof String
            || isPlainValue(object)
            || names.containsKey(object) && !provisional.contains(object)
            || locals.containsKey(object)
            || holders.containsKey(object);
    return told ? of(object) : UNTOLD;
  }

  /// Whether it is a number, a letter or a truth value; an atomic number is none.
  static boolean isPlainValue(Object object) {
    return object instanceof Number
            && object.getClass().getClassLoader() == null
            && !object.getClass().getName().contains(".atomic.")
        || object instanceof Boolean
        || object instanceof Character;
  }

  /// Learns the names of everything that can be reached from an object of the code under test.
  private void explore(Object root, int depth) {
    if (root == null || depth == 0 || root.getClass().getName().startsWith("explored.")) {
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
  ///
  /// @param variable its class and name
  String field(Object object, SharedVariable variable) {
    var place = variable.name();
    var dot = place.lastIndexOf('.');
    var owner = place.substring(0, Math.max(0, dot));
    var name = place.substring(dot + 1);
    var simple = owner.substring(Math.max(owner.lastIndexOf('.'), owner.lastIndexOf('$')) + 1);
    if (object == scenario) {
      return name;
    }
    return (object == Hooks.STATICS ? simple : of(object)) + "." + name;
  }

  private String newName(Object object) {
    var holder = holders.get(object);
    if (holder != null && isNamed(holder.owner)) {
      return numbered(of(holder.owner) + holder.place);
    }
    if (holder != null && holder.place.startsWith(".")) {
      return numbered(holder.place.substring(1));
    }
    if (locals.containsKey(object)) {
      return numbered(locals.get(object));
    }
    if (parts.containsKey(object)) {
      return numbered(parts.get(object));
    }
    provisional.add(object);
    if (object instanceof Class<?> type) {
      return numbered(type.getSimpleName() + ".class");
    }
    var made = creations.get(object);
    var kind = plain(object.getClass());
    if (made == null || made.line() == 0) {
      return numbered(kind);
    }
    var where = " at " + made.file() + ":" + made.line();
    var count = counts.merge(kind + where, 1, Integer::sum);
    return kind + (count == 1 ? "" : "-" + count) + where;
  }

  private boolean isNamed(Object object) {
    return holders.containsKey(object)
        || locals.containsKey(object)
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

  /// What kind of thing it is. The class of a lambda has a name that differs in each JVM; an
  /// anonymous class is called by what it extends or implements.
  private static String plain(Class<?> type) {
    if (type.isHidden()) {
      return "lambda";
    }
    if (type.isAnonymousClass()) {
      return plain(
          type.getInterfaces().length > 0 ? type.getInterfaces()[0] : type.getSuperclass());
    }
    return type.getName().startsWith("workbook.explore.model.Model")
        ? type.getSimpleName().substring("Model".length())
        : type.getSimpleName();
  }
}
