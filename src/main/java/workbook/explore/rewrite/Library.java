package workbook.explore.rewrite;

import java.util.List;
import java.util.Set;
import workbook.explore.runtime.AccessMode;

/// What is known about the methods of JDK classes that are used as they are.
final class Library {
  private static final Set<String> ATOMIC_READS =
      Set.of(
          "get",
          "getPlain",
          "getOpaque",
          "getAcquire",
          "intValue",
          "longValue",
          "floatValue",
          "doubleValue",
          "sum",
          "length",
          "getReference",
          "getStamp",
          "isMarked",
          "toString",
          "hashCode");

  private static final Set<String> READS =
      Set.of(
          "get",
          "getOrDefault",
          "getFirst",
          "getLast",
          "clone",
          "isEmpty",
          "size",
          "length",
          "charAt",
          "element",
          "first",
          "last",
          "iterator",
          "listIterator",
          "descendingIterator",
          "keySet",
          "values",
          "entrySet",
          "subList",
          "stream",
          "spliterator",
          "reversed",
          "toString",
          "hashCode",
          "equals",
          "toArray",
          "indexOf",
          "lastIndexOf",
          "forEach",
          "forEachRemaining",
          "hasNext",
          "next",
          "hasPrevious",
          "previous",
          "nextIndex",
          "getKey",
          "getValue",
          "mappingCount",
          "firstKey",
          "lastKey",
          "firstEntry",
          "lastEntry",
          "substring",
          "elements",
          "keys",
          "elementAt",
          "firstElement",
          "lastElement",
          "cardinality",
          "nextSetBit",
          "nextClearBit");

  private static final Set<String> VIEWS =
      Set.of(
          "iterator",
          "listIterator",
          "descendingIterator",
          "keySet",
          "values",
          "entrySet",
          "subList",
          "stream",
          "spliterator",
          "reversed",
          "elements",
          "headMap",
          "tailMap",
          "subMap",
          "headSet",
          "tailSet",
          "subSet",
          "descendingMap",
          "descendingSet");

  private static final Set<String> UNFOLLOWED =
      Set.of("java/lang/Appendable.append", "java/lang/Readable.read");

  /// Classes and packages of values, of functions, and of what has models.
  private static final List<String> FOLLOWED =
      List.of(
          "java/lang/",
          "java/math/",
          "java/time/",
          "java/util/function/",
          "java/util/concurrent/",
          "java/util/stream/",
          "java/util/Objects",
          "java/util/Optional",
          "java/util/Locale",
          "java/util/UUID",
          "java/util/Comparator",
          "java/io/PrintStream");

  private static final Set<String> NOT_SHARED =
      Set.of(
          "Objects",
          "Optional",
          "OptionalInt",
          "OptionalLong",
          "OptionalDouble",
          "Locale",
          "UUID",
          "Random",
          "Comparator",
          "Currency",
          "Base64",
          "SplittableRandom");

  private Library() {}

  /// How strong a call on an atomic or a variable handle is, see [AccessMode].
  ///
  /// @param handle whether `get` and `set` are plain, as they are on a handle
  static int mode(String method, boolean handle) {
    var reads = ATOMIC_READS.contains(method) || method.equals("getVolatile");
    var writes = method.equals("lazySet") || method.startsWith("set");
    var how = reads ? AccessMode.READS : 0;
    if (handle && (method.equals("get") || method.equals("set"))) {
      return how | AccessMode.PLAIN;
    }
    var weakest = !handle && method.equals("weakCompareAndSet");
    if (weakest || method.endsWith("Plain") || method.endsWith("Opaque")) {
      return how;
    }
    if (!method.equals("lazySet") && !method.endsWith("Acquire") && !method.endsWith("Release")) {
      how |= AccessMode.VOLATILE;
    }
    if (!writes && !method.endsWith("Release")) {
      how |= AccessMode.ACQUIRES;
    }
    if (!reads && !method.endsWith("Acquire")) {
      how |= AccessMode.RELEASES;
    }
    return how;
  }

  /// How strong a fence of `VarHandle` is, see [AccessMode]; 0 when the method is none.
  static int fence(Callee callee) {
    if (!callee.owner().equals("java/lang/invoke/VarHandle")) {
      return 0;
    }
    return switch (callee.name()) {
      case "fullFence" -> AccessMode.ACQUIRES | AccessMode.RELEASES | AccessMode.VOLATILE;
      case "acquireFence", "loadLoadFence" -> AccessMode.ACQUIRES;
      case "releaseFence", "storeStoreFence" -> AccessMode.RELEASES;
      default -> 0;
    };
  }

  /// Whether an instance of the class is one location: a collection, a builder of strings or bytes,
  /// a format, a decoder.
  static boolean isCollection(String name) {
    var owner = Renames.isHashed(name) ? Renames.original(name) : name;
    if (owner.equals("java/lang/Iterable")
        || owner.equals("java/lang/StringBuilder")
        || owner.equals("java/lang/StringBuffer")
        || owner.equals("java/text/SimpleDateFormat")
        || owner.equals("java/text/DateFormat")
        || owner.equals("java/io/ByteArrayOutputStream")
        || owner.equals("java/nio/charset/CharsetDecoder")
        || owner.equals("java/nio/charset/CharsetEncoder")) {
      return true;
    }
    if (!owner.startsWith("java/util/")) {
      return false;
    }
    var rest = owner.substring("java/util/".length());
    if (rest.startsWith("concurrent/")) {
      return !rest.equals("concurrent/TimeUnit") && isMap(rest);
    }
    return rest.indexOf('/') < 0 && !NOT_SHARED.contains(rest);
  }

  private static boolean isMap(String rest) {
    return rest.startsWith("concurrent/Concurrent") || rest.startsWith("concurrent/CopyOnWrite");
  }

  static boolean reads(String method) {
    return READS.contains(method)
        || method.startsWith("contains")
        || method.startsWith("peek")
        || method.startsWith("floor")
        || method.startsWith("ceiling")
        || method.startsWith("higher")
        || method.startsWith("lower")
        || VIEWS.contains(method);
  }

  /// Whether it is one of the methods of `Collections` that change their first argument.
  static boolean changesArgument(Callee callee) {
    return callee.owner().equals("java/util/Collections")
        && switch (callee.name()) {
          case "sort",
              "shuffle",
              "reverse",
              "swap",
              "fill",
              "copy",
              "rotate",
              "addAll",
              "replaceAll" ->
              true;
          default -> false;
        };
  }

  /// Whether it is one of the methods of `Collections` whose result shows their first argument.
  static boolean wrapsArgument(Callee callee) {
    return callee.owner().equals("java/util/Collections")
        && (callee.name().startsWith("unmodifiable")
            || callee.name().startsWith("checked")
            || callee.name().startsWith("newSe")
            || callee.name().equals("asLifoQueue")
            || callee.name().equals("enumeration"));
  }

  /// Whether a method of the JDK may change something that nobody follows: a reader's place, a
  /// matcher's, a generator's next number.
  static boolean mayChangeUnseen(Callee callee) {
    var owner = callee.owner();
    if (callee.isConstructor() || !owner.startsWith("java/")) {
      return false;
    }
    if (UNFOLLOWED.contains(owner + "." + callee.name())) {
      return true;
    }
    return FOLLOWED.stream().noneMatch(owner::startsWith)
        && !(owner.startsWith("java/util/") && callee.isStatic());
  }

  static boolean returnsView(String method) {
    return VIEWS.contains(method);
  }

  /// Interfaces of locks and queues that modelled classes and the student's own may implement.
  static boolean isSynchroniser(String owner) {
    return owner.startsWith("java/util/concurrent/locks/")
        || owner.equals("java/util/concurrent/BlockingQueue")
        || owner.equals("java/util/concurrent/BlockingDeque")
        || owner.equals("java/util/concurrent/TransferQueue");
  }
}
