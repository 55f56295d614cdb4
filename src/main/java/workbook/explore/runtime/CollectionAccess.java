package workbook.explore.runtime;

import java.lang.reflect.Modifier;
import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/// Calls on collections and other mutable objects of the JDK: one step for the whole call.
///
/// An unsynchronised collection is one plain location, so unordered calls on it race. A concurrent
/// one is an atomic object. A synchronised one (`Vector`, `Collections.synchronizedList`) is
/// guarded by its own monitor, the same that `synchronized (list)` takes.
final class CollectionAccess {
  /// Methods that tell the order of a collection.
  private static final Set<String> ORDERED =
      Set.of(
          "<init>",
          "addAll",
          "elements",
          "forEach",
          "iterator",
          "keys",
          "putAll",
          "replaceAll",
          "removeIf",
          "search",
          "spliterator",
          "stream",
          "toArray",
          "toString");

  /// Methods that come to the same, or print the same text but for its order, in whatever order the
  /// collection is that they are given.
  private static final Set<String> BLIND =
      Set.of(
          "+",
          "append",
          "containsAll",
          "disjoint",
          "equals",
          "frequency",
          "hash",
          "hashCode",
          "print",
          "println",
          "removeAll",
          "retainAll",
          "valueOf");

  /// Methods that look at no element of the array that a list stands for.
  private static final Set<String> WITHOUT_ELEMENTS =
      Set.of("size", "isEmpty", "hasNext", "iterator");

  /// What is asked of a class at each call.
  ///
  /// @param contents what its objects hold
  /// @param hashTable whether its order may follow from the hash codes of what it holds
  private record Kind(
      SharedVariable contents,
      boolean immutable,
      boolean concurrent,
      boolean synchronised,
      boolean hashTable) {
    private static final Pattern HASH_TABLE =
        Pattern.compile(
            "(explored\\.)?java\\.util\\.(HashMap|HashSet|Hashtable|IdentityHashMap|WeakHashMap"
                + "|concurrent\\.ConcurrentHashMap(\\$KeySetView)?"
                + "|Collections\\$(SetFromMap|(Synchronized|Unmodifiable)(Collection|Map|Set)))");

    static Kind of(Class<?> type) {
      var name = type.getName();
      return new Kind(
          SharedVariable.named("contents of " + name(type)),
          isImmutable(name),
          name.startsWith("java.util.concurrent."),
          isSynchronised(name),
          HASH_TABLE.matcher(name).matches());
    }

    private static boolean isImmutable(String name) {
      return name.startsWith("java.util.ImmutableCollections")
          || name.startsWith("java.util.Collections$Empty")
          || name.startsWith("java.util.Collections$Singleton");
    }

    private static boolean isSynchronised(String name) {
      return name.startsWith("java.util.Collections$Synchronized")
          || name.equals("java.util.Vector")
          || name.equals("java.util.Stack")
          || name.equals("java.util.Hashtable")
          || name.equals("java.util.Properties")
          || name.equals("java.lang.StringBuffer");
    }
  }

  private static final ClassValue<Kind> KINDS =
      new ClassValue<>() {
        @Override
        protected Kind computeValue(Class<?> type) {
          return Kind.of(type);
        }
      };

  private CollectionAccess() {}

  /// The methods that code under test declares in its own subclasses of a class of the JDK.
  private static final ClassValue<Set<String>> OWN =
      new ClassValue<>() {
        @Override
        protected Set<String> computeValue(Class<?> type) {
          if (ofTheJdk(type)) {
            return Set.of();
          }
          var names = new HashSet<>(OWN.get(type.getSuperclass()));
          for (var method : type.getDeclaredMethods()) {
            names.add(method.getName());
          }
          return names;
        }
      };

  /// The lock that a call holds while it calls back.
  enum Lock {
    /// The collection's own monitor.
    MONITOR,
    /// One that only those need who change the collection.
    WRITERS,
    NONE
  }

  /// @param key which entry of a map it changes; null when that is not known
  static void call(Execution execution, Object receiver, Object key, boolean reads, int number) {
    var owner = execution.memory.owner(receiver);
    var type = owner.getClass();
    var library = OWN.get(type).contains(CodeLocation.of(number).name()) ? null : library(type);
    if (library == null) {
      Hooks.call(owner, number);
    } else {
      step(execution, receiver, owner, key, library, reads, number);
    }
  }

  /// Whether the text of the object is that of what it holds.
  static boolean hasElements(Object object) {
    return object instanceof Collection
        || object instanceof Map
        || object instanceof StringBuilder
        || object instanceof StringBuffer;
  }

  /// A call with `super.` from a subclass of a collection of the JDK.
  static void superCall(Execution execution, Object receiver, boolean reads, int number) {
    var library = library(receiver.getClass());
    if (library != null) {
      step(execution, receiver, receiver, null, library, reads, number);
    }
  }

  /// A call of a method that is given a collection.
  static void given(Execution execution, Object owner, boolean reads, int number) {
    var library = library(owner.getClass());
    if (library == null) {
      return;
    }
    var site = CodeLocation.of(number);
    if (KINDS.get(library).hashTable && !BLIND.contains(site.name())) {
      seesOrder(execution, site, owner);
    }
    step(execution, owner, owner, null, library, reads, number);
  }

  private static void step(
      Execution execution,
      Object receiver,
      Object owner,
      Object key,
      Class<?> type,
      boolean reads,
      int number) {
    if (movesOn(receiver)) {
      execution.scheduler.stateChanged();
    }
    if (immutable(type)) {
      return;
    }
    var site = execution.locate(number, receiver);
    if (KINDS.get(type).hashTable && ORDERED.contains(site.name())) {
      seesOrder(execution, site, owner);
    }
    if (concurrent(type)) {
      execution.scheduler.decisionPoint();
      execution.report(owner);
      if (reads) {
        Kernel.readAcquire(owner);
      } else {
        execution.entries.await(owner, key);
        Kernel.release(owner);
        Kernel.acquire(owner);
      }
    } else if (synchronised(type)) {
      var monitor = execution.memory.monitor(owner);
      monitor.beforeEnter(execution, execution.currentThread());
      execution.report(owner);
      monitor.enter(execution, execution.currentThread());
      monitor.exit(execution, execution.currentThread());
      if (!reads) {
        execution.scheduler.touch(owner);
      }
    } else {
      var moves = site.name().startsWith("get") && execution.memory.inAccessOrder(owner);
      unsynchronised(execution, site, owner, reads && !moves);
      if (!WITHOUT_ELEMENTS.contains(site.name())) {
        var array = execution.memory.array(owner);
        var how = reads ? ArrayAccess.DECIDES : ArrayAccess.DECIDES | ArrayAccess.CHANGES;
        ArrayAccess.elements(execution, array, 0, Integer.MAX_VALUE, how, number);
      }
    }
  }

  /// Whether using the object, even to read, takes it further, as an iterator.
  private static boolean movesOn(Object receiver) {
    return !(receiver instanceof Collection
        || receiver instanceof Map
        || receiver instanceof CharSequence);
  }

  /// Before code goes through a hash table. If its order differs from JVM to JVM, because objects
  /// in it are hashed by their identity, each order is explored; where the JDK's own class asks the
  /// JVM for their hash codes, it is refused.
  private static void seesOrder(Execution execution, CodeLocation site, Object owner) {
    var keys = owner instanceof Map<?, ?> map ? map.keySet() : (Collection<?>) owner;
    var open =
        keys.stream()
            .filter(key -> key != null && execution.memory.isHashedByIdentity(key))
            .toList();
    if (open.isEmpty() || keys.size() == 1) {
      return;
    }
    var drawn = open.stream().filter(key -> HashKind.byIdentity(key.getClass())).findFirst();
    if (drawn.isPresent() && asksJvm(owner)) {
      execution.refuse(
          "the order of a %s of objects without a hash code of their own (%s), at %s:%d"
              .formatted(
                  name(owner.getClass()),
                  execution.names().kind(drawn.get()),
                  site.file(),
                  site.line()));
    }
    execution.hashes.matter();
  }

  /// Whether the hash codes of an enum, say, come from the JVM: it is a table as the JDK has it.
  private static boolean asksJvm(Object owner) {
    var type = library(owner.getClass());
    return !HashKind.isCopy(type) && !type.getName().startsWith("java.util.Collections$");
  }

  static boolean isConcurrent(Object collection) {
    var type = library(collection.getClass());
    return type != null && concurrent(type);
  }

  /// Whether the code under test has its own method of that name.
  static boolean isOverridden(Object collection, String method) {
    return OWN.get(collection.getClass()).contains(method);
  }

  /// The lock that a call on a collection holds while it calls back.
  static Lock lockOf(Object collection, boolean reads) {
    var type = library(collection.getClass());
    if (type == null) {
      return Lock.NONE;
    }
    if (synchronised(type)) {
      return Lock.MONITOR;
    }
    return !reads && type.getSimpleName().startsWith("CopyOnWrite") ? Lock.WRITERS : Lock.NONE;
  }

  /// The end of a call that called back.
  ///
  /// @param othersRan whether other threads may have run meanwhile
  static void endOfCall(
      Execution execution, Object receiver, boolean reads, boolean othersRan, int number) {
    var owner = execution.memory.owner(receiver);
    var type = library(owner.getClass());
    if (type == null || immutable(type)) {
      return;
    }
    if (concurrent(type) && !reads) {
      Kernel.release(owner);
    } else if (!concurrent(type) && othersRan) {
      touch(execution, execution.locate(number, receiver), owner, reads);
    }
  }

  private static void unsynchronised(
      Execution execution, CodeLocation site, Object owner, boolean reads) {
    if (execution.shared.contains(contents(owner))) {
      execution.scheduler.decisionPoint();
    }
    execution.report(owner);
    touch(execution, site, owner, reads);
  }

  private static SharedVariable contents(Object owner) {
    return KINDS.get(owner.getClass()).contents;
  }

  private static void touch(Execution execution, CodeLocation site, Object owner, boolean reads) {
    var me = execution.currentThread();
    var variable = contents(owner);
    var location = execution.memory.whole(owner);
    var known = execution.shared.contains(variable);
    if (known && reads) {
      location.markRead(me);
    }
    if (known && !reads) {
      location.markWrite(me);
    }
    if (!reads) {
      execution.scheduler.touch(owner);
    }
    var other = reads ? location.read(me) : location.write(me);
    if (other >= 0) {
      execution.races.report(site, variable, owner, other);
    }
  }

  private static String name(Class<?> type) {
    var name = type.getSimpleName();
    return name.isEmpty() ? type.getSuperclass().getSimpleName() : name;
  }

  /// The class of the JDK that does the work of a collection; null when the code under test wrote
  /// it itself.
  private static Class<?> library(Class<?> type) {
    var library = type;
    while (!ofTheJdk(library)) {
      library = library.getSuperclass();
    }
    var bare = library == Object.class || Modifier.isAbstract(library.getModifiers());
    return library != type && bare ? null : library;
  }

  private static boolean ofTheJdk(Class<?> type) {
    return type.getClassLoader() == null || HashKind.isCopiedTable(type);
  }

  private static boolean immutable(Class<?> type) {
    return KINDS.get(type).immutable;
  }

  private static boolean concurrent(Class<?> type) {
    return KINDS.get(type).concurrent;
  }

  private static boolean synchronised(Class<?> type) {
    return KINDS.get(type).synchronised;
  }
}
