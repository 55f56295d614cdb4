package workbook.explore.rewrite;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.BitSet;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/// Which class of the JDK is replaced by which, and the replacing of names in class files.
///
/// Threads and the classes below all others have models written by hand. The other classes of
/// `java.util.concurrent` are the JDK's own, loaded again under the prefix `explored/`. Atomics,
/// concurrent maps, copy-on-write lists, exceptions and a few plain interfaces stay what they are.
final class Renames {
  static final String COPY = "explored/";

  private static final String MODEL = "workbook/explore/model/";
  private static final String CONCURRENT = "java/util/concurrent/";

  private static final Map<String, String> BY_HAND =
      Map.ofEntries(
          Map.entry("java/lang/Thread", MODEL + "ModelThread"),
          Map.entry("java/lang/Thread$Builder", MODEL + "ModelThreadBuilder"),
          Map.entry("java/lang/Thread$Builder$OfPlatform", MODEL + "ModelThreadBuilder$OfPlatform"),
          Map.entry("java/lang/Thread$Builder$OfVirtual", MODEL + "ModelThreadBuilder$OfVirtual"),
          Map.entry(
              "java/lang/Thread$UncaughtExceptionHandler",
              MODEL + "ModelThread$UncaughtExceptionHandler"),
          Map.entry("java/lang/ThreadGroup", MODEL + "ModelThreadGroup"),
          Map.entry("java/lang/ThreadLocal", MODEL + "ModelThreadLocal"),
          Map.entry("java/lang/InheritableThreadLocal", MODEL + "ModelThreadLocal$Inheritable"),
          Map.entry("java/lang/ScopedValue", MODEL + "ModelScopedValue"),
          Map.entry("java/lang/ScopedValue$Carrier", MODEL + "ModelScopedValue$Carrier"),
          Map.entry("java/lang/ScopedValue$CallableOp", MODEL + "ModelScopedValue$CallableOp"),
          Map.entry(CONCURRENT + "ThreadFactory", MODEL + "ModelThreadFactory"),
          Map.entry(CONCURRENT + "locks/LockSupport", MODEL + "ModelLockSupport"),
          Map.entry(CONCURRENT + "locks/ReentrantLock", MODEL + "ModelReentrantLock"),
          Map.entry(CONCURRENT + "ThreadLocalRandom", MODEL + "ModelThreadLocalRandom"));

  /// What the copies of the JDK's classes use from inside the JDK.
  private static final Map<String, String> INSIDE =
      Map.ofEntries(
          Map.entry("jdk/internal/misc/Unsafe", MODEL + "InternalUnsafe"),
          Map.entry("jdk/internal/invoke/MhUtil", MODEL + "InternalHandles"),
          Map.entry("jdk/internal/vm/SharedThreadContainer", MODEL + "InternalContainer"),
          Map.entry("jdk/internal/vm/ThreadContainer", MODEL + "InternalContainer"),
          Map.entry("jdk/internal/vm/ThreadContainers", MODEL + "InternalContainers"),
          Map.entry("jdk/internal/access/SharedSecrets", MODEL + "InternalSecrets"),
          Map.entry("jdk/internal/access/JavaLangAccess", MODEL + "InternalAccess"),
          Map.entry("jdk/internal/access/JavaUtilCollectionAccess", MODEL + "InternalLists"),
          Map.entry(
              "jdk/internal/access/JavaUtilConcurrentFJPAccess", MODEL + "InternalPoolAccess"),
          Map.entry("jdk/internal/ref/CleanerFactory", MODEL + "InternalCleaner"),
          Map.entry("java/lang/ref/Cleaner", MODEL + "InternalCleaner"),
          Map.entry("java/lang/ref/Cleaner$Cleanable", MODEL + "InternalCleaner$Cleanable"),
          Map.entry("jdk/internal/util/ArraysSupport", MODEL + "InternalArrays"));

  private static final Set<String> STAY =
      Set.of(
          "Callable",
          "TimeUnit",
          "BrokenBarrierException",
          "CancellationException",
          "CompletionException",
          "ExecutionException",
          "RejectedExecutionException",
          "TimeoutException",
          "BlockingQueue",
          "BlockingDeque",
          "TransferQueue",
          "Delayed",
          "ConcurrentMap",
          "ConcurrentNavigableMap",
          "locks/Lock",
          "locks/Condition",
          "locks/ReadWriteLock");

  /// `java.util.Timer` and what it is made of.
  private static final Set<String> TIMERS =
      Set.of(
          "java/util/Timer", "java/util/TimerTask", "java/util/TimerThread", "java/util/TaskQueue");

  /// Plain collections that ask objects for their hash codes, and what makes them. Their copies ask
  /// for hash codes that are the same in every JVM, and are collections all the same.
  private static final Set<String> HASHED =
      Set.of(
          "java/util/HashMap",
          "java/util/HashSet",
          "java/util/IdentityHashMap",
          "java/util/LinkedHashMap",
          "java/util/LinkedHashSet",
          "java/util/stream/Collectors");

  private static final Pattern NAME = Pattern.compile("(?:java|jdk)/[\\w/$]+");

  private Renames() {}

  /// The class that code under test gets when it names this one.
  static String forUser(String name) {
    var byHand = BY_HAND.get(name);
    if (byHand != null) {
      return byHand;
    }
    return copied(name) ? COPY + name : name;
  }

  /// The class that a copy of a JDK class gets when it names this one.
  static String forLibrary(String name) {
    var inside = INSIDE.get(name);
    return inside != null ? inside : forUser(name);
  }

  /// Whether the JDK's own class is loaded again under another name.
  static boolean copied(String name) {
    if (TIMERS.contains(outer(name)) || HASHED.contains(outer(name))) {
      return true;
    }
    if (!name.startsWith(CONCURRENT) || BY_HAND.containsKey(name)) {
      return false;
    }
    var rest = name.substring(CONCURRENT.length());
    return !STAY.contains(rest)
        && !rest.startsWith("atomic/")
        && !rest.startsWith("ConcurrentHashMap")
        && !rest.startsWith("ConcurrentSkipList")
        && !rest.startsWith("ConcurrentLinked")
        && !rest.startsWith("CopyOnWrite");
  }

  /// Whether the JDK's own class had to be replaced because of what it does to threads.
  static boolean isModelOrCopy(String name) {
    return name.startsWith(MODEL) || name.startsWith(COPY) && !isHashed(name);
  }

  /// Whether it is the copy of a plain collection.
  static boolean isHashed(String name) {
    return name.startsWith(COPY) && HASHED.contains(outer(original(name)));
  }

  /// The name in the JDK.
  static String original(String name) {
    return name.startsWith(COPY) ? name.substring(COPY.length()) : name;
  }

  private static String outer(String name) {
    return name.split("\\$", 2)[0];
  }

  /// The same class file with other names in its constants. String constants are left alone.
  static byte[] rename(byte[] file, UnaryOperator<String> to) {
    var constants = Constants.of(file);
    var out = new java.io.ByteArrayOutputStream(file.length + 256);
    out.write(file, 0, 10);
    for (var i = 1; i < constants.count; i++) {
      var start = constants.starts[i];
      if (start == 0) {
        continue;
      }
      var text = constants.texts.get(i) ? null : constants.utf8(i);
      var renamed = text == null ? null : NAME.matcher(text).replaceAll(m -> quote(to, m.group()));
      if (text == null || text.equals(renamed)) {
        out.write(file, start, constants.ends[i] - start);
      } else {
        var bytes = renamed.getBytes(StandardCharsets.ISO_8859_1);
        out.write(1);
        out.write(bytes.length >> 8);
        out.write(bytes.length);
        out.writeBytes(bytes);
      }
    }
    out.write(file, constants.end, file.length - constants.end);
    return out.toByteArray();
  }

  private static String quote(UnaryOperator<String> to, String name) {
    return java.util.regex.Matcher.quoteReplacement(to.apply(name));
  }

  /// Where the constants of a class file are (JVMS 4.4).
  private static final class Constants {
    private static final int UTF8 = 1, LONG = 5, DOUBLE = 6, STRING = 8;

    final byte[] file;
    final int count;
    final int[] starts;
    final int[] ends;

    /// Which constants are the text of a string.
    final BitSet texts = new BitSet();

    int end = 10;

    private Constants(byte[] file) {
      this.file = file;
      var buffer = ByteBuffer.wrap(file);
      count = buffer.getShort(8) & 0xFFFF;
      starts = new int[count];
      ends = new int[count];
      for (var i = 1; i < count; i++) {
        var tag = file[end];
        starts[i] = end;
        end += size(buffer, tag);
        ends[i] = end;
        if (tag == STRING) {
          texts.set(buffer.getShort(starts[i] + 1) & 0xFFFF);
        }
        if (tag == LONG || tag == DOUBLE) {
          i++;
        }
      }
    }

    static Constants of(byte[] file) {
      return new Constants(file);
    }

    private int size(ByteBuffer buffer, int tag) {
      return switch (tag) {
        case UTF8 -> 3 + (buffer.getShort(end + 1) & 0xFFFF);
        case LONG, DOUBLE -> 9;
        case 7, STRING, 16, 19, 20 -> 3;
        case 15 -> 4;
        default -> 5;
      };
    }

    /// The text of a constant that may hold a name of the JDK, else null.
    String utf8(int i) {
      if (file[starts[i]] != UTF8) {
        return null;
      }
      var text =
          new String(file, starts[i] + 3, ends[i] - starts[i] - 3, StandardCharsets.ISO_8859_1);
      return text.contains("java/") || text.contains("jdk/") ? text : null;
    }
  }
}
