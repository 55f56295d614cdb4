package workbook.explore.rewrite;

import java.util.List;
import java.util.Set;

/// What in the JDK is out of the explorer's hands, and which native methods are not.
final class JdkHazards {
  /// Packages and classes that are about files, networks, processes and threads.
  private static final List<String> FAMILIES =
      List.of(
          "java/io/Console",
          "java/io/File",
          "java/io/Piped",
          "java/io/RandomAccessFile",
          "java/lang/Process",
          "java/lang/Shutdown",
          "java/lang/ThreadGroup",
          "java/lang/foreign/",
          "java/net/",
          "java/nio/channels/",
          "java/nio/file/",
          "java/util/concurrent/StructuredTaskScope");

  /// What code under test is not offered either, although the JDK itself may use it.
  private static final List<String> NOT_OFFERED =
      List.of(
          "java/lang/ClassLoader",
          "java/lang/Module",
          "java/lang/module/",
          "java/lang/ref/Cleaner",
          "java/lang/ref/ReferenceQueue",
          "java/security/",
          "java/util/ServiceLoader",
          "java/util/jar/",
          "javax/");

  /// What belongs to one of those by its name, but only computes.
  private static final Set<String> PURE =
      Set.of(
          "java/io/FileNotFoundException",
          "java/net/URI",
          "java/net/URISyntaxException",
          "java/net/URLDecoder",
          "java/net/URLEncoder");

  /// Classes whose native methods only compute, or tell what is the same in every JVM.
  private static final List<String> COMPUTING =
      List.of(
          "java/lang/Class",
          "java/lang/Double",
          "java/lang/Float",
          "java/lang/Object",
          "java/lang/StackTraceElement",
          "java/lang/StrictMath",
          "java/lang/String",
          "java/lang/StringCoding",
          "java/lang/StringUTF16",
          "java/lang/Throwable",
          "java/lang/NullPointerException",
          "java/lang/invoke/",
          "java/lang/ref/",
          "java/lang/reflect/",
          "java/util/concurrent/atomic/",
          "java/util/zip/Adler32",
          "java/util/zip/CRC32",
          "jdk/internal/misc/CDS",
          "jdk/internal/misc/ScopedMemoryAccess",
          "jdk/internal/misc/Unsafe",
          "jdk/internal/reflect/",
          "jdk/internal/vm/vector/");

  /// What real threads, clocks, chance and settings are asked through.
  private static final Set<String> HAZARDS =
      Set.of(
          "java/lang/Class.newInstance",
          "java/lang/Object.wait0",
          "java/lang/System.currentTimeMillis",
          "java/lang/Runtime.version",
          "java/lang/System.getLogger",
          "java/lang/System.getProperties",
          "java/lang/System.getProperty",
          "java/lang/System.getenv",
          "java/lang/System.identityHashCode",
          "java/lang/System.nanoTime",
          "java/lang/System.setProperty",
          "java/lang/invoke/MethodHandle.invoke",
          "java/lang/invoke/MethodHandle.invokeExact",
          "java/lang/invoke/MethodHandle.invokeWithArguments",
          "java/lang/invoke/MethodHandleProxies.asInterfaceInstance",
          "java/lang/invoke/MethodHandles$Lookup.findConstructor",
          "java/lang/invoke/MethodHandles$Lookup.findSpecial",
          "java/lang/invoke/MethodHandles$Lookup.findStatic",
          "java/lang/invoke/MethodHandles$Lookup.findVirtual",
          "java/lang/invoke/MethodHandles$Lookup.unreflect",
          "java/lang/invoke/MethodHandles$Lookup.unreflectConstructor",
          "java/lang/invoke/MethodHandles$Lookup.unreflectSpecial",
          "java/math/BigInteger.parallelMultiply",
          "java/lang/reflect/Constructor.newInstance",
          "java/lang/reflect/Method.invoke",
          "java/util/ImmutableCollections$MapN.<init>",
          "java/util/ImmutableCollections$Set12.<init>",
          "java/util/ImmutableCollections$SetN.<init>",
          "java/util/Locale.getDefault",
          "java/util/Locale.setDefault",
          "java/util/TimeZone.getDefault",
          "java/util/TimeZone.setDefault",
          "java/util/Arrays.parallelPrefix",
          "java/util/Arrays.parallelSetAll",
          "java/util/Arrays.parallelSort",
          "java/util/concurrent/ThreadLocalRandom.current",
          "java/util/regex/Matcher.namedGroups",
          "jdk/internal/misc/Unsafe.park",
          "jdk/internal/misc/Unsafe.unpark",
          "jdk/internal/misc/Unsafe.allocateMemory",
          "jdk/internal/misc/VM.getNanoTimeAdjustment");

  /// Ways to a field or an element behind the explorer's back.
  private static final Set<String> ACCESSORS =
      Set.of("java/lang/reflect/Array", "java/lang/reflect/Field");

  /// What they tell of a field or array, and not of what it holds.
  private static final Set<String> FACTS =
      Set.of("getAnnotation", "getAnnotations", "getLength", "getModifiers", "getName", "getType");

  /// Methods of `Thread` that only tell who is running, and what the JDK does in a hurry or when it
  /// was interrupted.
  private static final Set<String> ABOUT_THREAD =
      Set.of(
          "currentCarrierThread",
          "currentThread",
          "getContextClassLoader",
          "getId",
          "getName",
          "getThreadGroup",
          "isInterrupted",
          "isVirtual",
          "threadId",
          "clearInterrupt",
          "holdsLock",
          "interrupt",
          "yield",
          "interrupted",
          "scopedValueBindings");

  /// Locks that the JDK takes for itself, for the time of a call that calls nobody back; tables
  /// that it reads from its own image; and methods that reach a hazard by a way that makes no
  /// difference.
  private static final List<String> HARMLESS =
      List.of(
          "java/lang/CharacterName.",
          "java/lang/Class.getEnumConstantsShared",
          "java/lang/StackTraceElement.",
          "java/lang/invoke/LambdaForm",
          "java/lang/invoke/MethodHandleImpl",
          "java/lang/String.format",
          "java/lang/ThreadLocal",
          "java/lang/ref/",
          "java/math/BigInteger.multiplyToomCook3",
          "java/math/BigInteger.passesMillerRabin",
          "java/math/BigInteger.squareToomCook3",
          "java/time/chrono/AbstractChronology.",
          "java/util/Currency.",
          "java/util/DualPivotQuicksort.",
          "java/text/MessageFormat.",
          "java/util/HashMap.tieBreakOrder",
          "java/util/HashMap$TreeNode.tieBreakOrder",
          "java/util/TreeMap.buildFromSorted",
          "java/util/concurrent/ConcurrentHashMap$TreeBin.",
          "java/util/concurrent/ThreadLocalRandom.advanceProbe",
          "java/util/concurrent/ThreadLocalRandom.getProbe",
          "java/util/concurrent/ThreadLocalRandom.localInit",
          "java/util/concurrent/ThreadLocalRandom.nextSecondarySeed",
          "java/util/concurrent/atomic/Striped64.",
          "java/util/concurrent/locks/AbstractQueuedSynchronizer",
          "java/util/concurrent/locks/ReentrantLock",
          "java/util/concurrent/locks/ReentrantReadWriteLock",
          "java/util/concurrent/locks/StampedLock",
          "java/util/regex/Matcher.",
          "jdk/internal/misc/InternalLock.",
          "jdk/internal/util/Preconditions.",
          "sun/util/calendar/CalendarSystem.forName",
          "sun/util/locale/",
          "sun/util/resources/");

  private JdkHazards() {}

  /// Whether all of a class is out of reach.
  static boolean family(String owner) {
    return FAMILIES.stream().anyMatch(owner::startsWith)
        && !PURE.contains(owner)
        && !isException(owner);
  }

  /// Whether code under test may name the class at all.
  static boolean offered(String owner) {
    return !family(owner)
        && (NOT_OFFERED.stream().noneMatch(owner::startsWith) || isException(owner));
  }

  private static boolean isException(String owner) {
    return owner.endsWith("Exception") || owner.endsWith("Error");
  }

  /// What is hazardous about a method, or null.
  static String of(String owner, String name, boolean isNative) {
    if (HAZARDS.contains(owner + "." + name)) {
      return owner + "." + name;
    }
    if (ACCESSORS.contains(owner) && name.matches("[gs]et(|[A-Z][a-z]+)")) {
      return FACTS.contains(name) ? null : owner + "." + name;
    }
    if (owner.equals("java/lang/Thread")) {
      return ABOUT_THREAD.contains(name) ? null : "a real thread";
    }
    if (family(owner)) {
      return owner;
    }
    if (Renames.copied(owner)
        && !Renames.isHashed(Renames.COPY + owner)
        && !harmless(owner, name)) {
      return "real threads in " + owner;
    }
    return isNative && COMPUTING.stream().noneMatch(owner::startsWith) && !copies(owner, name)
        ? "native code"
        : null;
  }

  private static boolean copies(String owner, String name) {
    return owner.equals("java/lang/System") && name.equals("arraycopy");
  }

  /// Whether what the method does inside is of no interest.
  static boolean harmless(String owner, String name) {
    return HARMLESS.stream().anyMatch((owner + "." + name)::startsWith)
        || owner.equals("java/lang/Thread") && ABOUT_THREAD.contains(name);
  }
}
