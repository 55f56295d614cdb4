package workbook.explore.runtime;

import java.util.Arrays;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntSupplier;

/// The locations of one run, found by object. Objects are told apart by identity and never ordered.
final class Memory {
  private static final int SELF = -1;
  private static final int HASH = -2;
  private static final int REST = -3;

  /// Of the objects that one thread makes, so many are told apart.
  private static final int MOST_NUMBERED = 10_000;

  private final Map<Object, Shadow> shadows = new IdentityHashMap<>();

  private int objects;

  /// Whether the steps that use a location are kept.
  private final boolean logged;

  /// @param logged whether to keep the steps that use a location
  Memory(boolean logged) {
    this.logged = logged;
  }

  /// Notes that the running thread has made an object.
  void made(Object object, LogicalThread maker) {
    if (logged && maker.objects < MOST_NUMBERED) {
      var shadow = shadow(object);
      if (!shadow.numbered) {
        shadow.numbered = true;
        shadow.name = (maker.id + 1L) << 32 | ++maker.objects;
      }
    }
  }

  /// The location of a field.
  ///
  /// @param object [Hooks#STATICS] for a static field
  MemoryLocation field(Object object, SharedVariable variable) {
    return shadow(object).at(variable.number);
  }

  MemoryLocation element(Object array, int index) {
    return shadow(array).at(index);
  }

  /// The elements of an array that have been used one by one, by their index.
  Map<Integer, MemoryLocation> knownElements(Object array) {
    return shadow(array).elements();
  }

  /// One location for all the other elements of an array.
  MemoryLocation otherElements(Object array) {
    var shadow = shadow(array);
    if (shadow.rest == null) {
      shadow.rest = shadow.first(REST);
    }
    return shadow.rest;
  }

  /// The object as one location: a lock, an atomic, a whole collection.
  MemoryLocation whole(Object object) {
    return shadow(object).at(SELF);
  }

  Monitor monitor(Object object) {
    var shadow = shadow(object);
    if (shadow.monitor == null) {
      shadow.monitor = new Monitor(object, shadow.at(SELF));
    }
    return shadow.monitor;
  }

  /// The collection an iterator or a view belongs to; the object itself when it is none.
  Object owner(Object object) {
    var shadow = shadows.get(object);
    return shadow == null || shadow.owner == null ? object : shadow.owner;
  }

  void owner(Object view, Object of) {
    if (view != of) {
      shadow(view).owner = of;
    }
  }

  /// The array that a list of `Arrays.asList` stands for; null for others.
  Object array(Object list) {
    var shadow = shadows.get(list);
    return shadow == null ? null : shadow.array;
  }

  void array(Object list, Object array) {
    shadow(list).array = array;
  }

  /// Notes a map whose every `get` changes its order.
  void accessOrder(Object map) {
    shadow(map).inAccessOrder = true;
  }

  boolean inAccessOrder(Object map) {
    return shadow(map).inAccessOrder;
  }

  /// Notes that the hash code of an object follows from that of others, which have none of their
  /// own.
  void hashedByIdentity(Object object) {
    shadow(object).hashedByIdentity = true;
  }

  /// Whether the hash code that a table keeps an object under differs from JVM to JVM.
  boolean isHashedByIdentity(Object object) {
    var shadow = shadow(object);
    return shadow.hashed || shadow.hashedByIdentity || HashKind.byIdentity(object.getClass());
  }

  /// The identity hash code of an object: what is given when it is first asked for, then always the
  /// same. Who asks later depends on who asked first.
  int hash(Object object, LogicalThread asking, IntSupplier given) {
    var shadow = shadow(object);
    if (shadow.hashed) {
      shadow.at(HASH).markRead(asking);
    } else {
      shadow.hash = given.getAsInt();
      shadow.hashed = true;
      shadow.at(HASH).markWrite(asking);
    }
    return shadow.hash;
  }

  /// A hash of what a variable holds: a value, or which object.
  long hashOfValue(Object value) {
    return switch (value) {
      case null -> 0;
      case String text -> text.hashCode();
      case Number number when number.getClass().getPackageName().equals("java.lang") ->
          number.hashCode();
      case Boolean truth -> truth.hashCode();
      case Character letter -> letter;
      case Enum<?> constant -> constant.ordinal() + 1;
      default -> {
        var shadow = shadow(value);
        if (shadow.number == 0) {
          shadow.number = ++objects;
        }
        yield (long) shadow.number << 32;
      }
    };
  }

  private Shadow shadow(Object object) {
    var shadow = shadows.get(object);
    if (shadow == null) {
      shadow = new Shadow(logged ? nameOf(object) : 0);
      shadows.put(object, shadow);
    }
    return shadow;
  }

  /// A number for an object that is the same in all executions that begin alike. Others may have
  /// it, too.
  private static long nameOf(Object object) {
    return switch (object) {
      case LogicalThread thread -> -1 - thread.id;
      case Class<?> type -> type.getName().hashCode() | 1L;
      default -> object.getClass().getName().hashCode() | 1L;
    };
  }

  /// What is known of one object. Most have one location or two; those of a large array are found
  /// by a table.
  private static final class Shadow {
    private static final int SCANNED = 8;

    private int[] keys = new int[2];
    private MemoryLocation[] locations = new MemoryLocation[2];
    private int size;
    private Map<Integer, MemoryLocation> further;

    /// Stands for all elements that have no location yet; null when they were never used.
    private MemoryLocation rest;

    private Monitor monitor;
    private Object owner;
    private Object array;
    private boolean inAccessOrder;
    private int number;
    private boolean hashed;
    private boolean hashedByIdentity;
    private int hash;

    /// See [#nameOf]; 0 when steps are not kept.
    private long name;

    private boolean numbered;

    Shadow(long name) {
      this.name = name;
    }

    MemoryLocation at(int key) {
      for (var i = 0; i < size; i++) {
        if (keys[i] == key) {
          return locations[i];
        }
      }
      if (size == SCANNED) {
        return inTable(key);
      }
      if (size == keys.length) {
        keys = Arrays.copyOf(keys, 2 * size);
        locations = Arrays.copyOf(locations, 2 * size);
      }
      keys[size] = key;
      return locations[size++] = first(key);
    }

    private MemoryLocation first(int key) {
      var location = rest == null || key < 0 ? new MemoryLocation() : rest.copy();
      if (name != 0) {
        location.keepSteps(Hashing.mix(name, key));
      }
      return location;
    }

    Map<Integer, MemoryLocation> elements() {
      var all = new TreeMap<Integer, MemoryLocation>();
      for (var i = 0; i < size; i++) {
        all.put(keys[i], locations[i]);
      }
      if (further != null) {
        all.putAll(further);
      }
      return all.tailMap(0);
    }

    private MemoryLocation inTable(int key) {
      if (further == null) {
        further = new HashMap<>();
      }
      return further.computeIfAbsent(key, this::first);
    }
  }
}
