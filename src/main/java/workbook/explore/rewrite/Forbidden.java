package workbook.explore.rewrite;

import java.util.List;
import java.util.Set;

/// What code under test must not do, because the scheduler has no hold on it: real I/O, processes,
/// and classes that start or block threads behind its back.
final class Forbidden {
  private static final List<String> PACKAGES =
      List.of(
          "java/net/",
          "java/nio/channels/",
          "java/nio/file/",
          "java/sql/",
          "java/rmi/",
          "java/awt/",
          "javax/",
          "java/lang/foreign/",
          "java/lang/management/",
          "java/util/logging/",
          "java/security/",
          "sun/",
          "jdk/internal/");

  private static final Set<String> CLASSES =
      Set.of(
          "java/io/File",
          "java/io/FileInputStream",
          "java/io/FileOutputStream",
          "java/io/FileReader",
          "java/io/FileWriter",
          "java/io/RandomAccessFile",
          "java/io/PipedInputStream",
          "java/io/PipedOutputStream",
          "java/io/PipedReader",
          "java/io/PipedWriter",
          "java/io/Console",
          "java/lang/Process",
          "java/lang/ProcessBuilder",
          "java/lang/ProcessHandle",
          "java/util/Scanner",
          "java/lang/ref/Cleaner",
          "java/lang/ref/ReferenceQueue",
          "java/util/concurrent/StructuredTaskScope");

  private static final Set<String> METHODS =
      Set.of(
          "java/lang/System.load",
          "java/lang/System.loadLibrary",
          "java/lang/Runtime.exec",
          "java/lang/Runtime.addShutdownHook",
          "java/lang/System.getLogger",
          "java/lang/reflect/Method.invoke",
          "java/lang/invoke/MethodHandle.invoke",
          "java/lang/invoke/MethodHandle.invokeExact",
          "java/lang/invoke/MethodHandle.invokeWithArguments",
          "java/util/UUID.randomUUID",
          "java/util/Calendar.getInstance",
          "java/util/random/RandomGenerator.of",
          "java/util/random/RandomGenerator.getDefault",
          "java/util/Arrays.parallelSort",
          "java/util/Arrays.parallelSetAll",
          "java/util/Arrays.parallelPrefix");

  /// Constructors that open a file by its name, or take the time or chance from the machine.
  private static final Set<String> CONSTRUCTORS =
      Set.of(
          "java/io/PrintWriter(Ljava/lang/String;",
          "java/io/PrintStream(Ljava/lang/String;",
          "java/util/Formatter(Ljava/lang/String;",
          "java/util/Date()",
          "java/util/GregorianCalendar()",
          "java/util/SplittableRandom()");

  /// What a logger of [workbook.explore.model.ModelLogger] is asked with.
  private static final Set<String> FOLLOWED =
      Set.of("java/util/logging/Logger", "java/util/logging/Level");

  private static final Set<String> PARALLEL = Set.of("parallel", "parallelStream");

  private Forbidden() {}

  /// The name of what a use of this class would do, or null if it is allowed.
  static String type(String owner) {
    var plain = owner.startsWith(Renames.COPY) ? owner.substring(Renames.COPY.length()) : owner;
    var outer = plain.indexOf('$') < 0 ? plain : plain.substring(0, plain.indexOf('$'));
    var named = CLASSES.contains(outer) || PACKAGES.stream().anyMatch(plain::startsWith);
    var name = plain.replace('/', '.').replace('$', '.');
    return !named || FOLLOWED.contains(plain) ? null : name + logs(plain);
  }

  private static String logs(String owner) {
    return owner.startsWith("java/util/logging/")
        ? ": remove this part of the logging; the explorer cannot follow it"
        : "";
  }

  /// The name of the method if the code must not call it, or null if it is allowed.
  static String call(Callee callee) {
    var byType = type(callee.owner());
    if (byType != null) {
      return byType;
    }
    var full = callee.owner() + "." + callee.name();
    var parallel = PARALLEL.contains(callee.name()) && callee.owner().startsWith("java/util/");
    var bad = parallel || METHODS.contains(full) || constructs(callee) || askTheMachine(callee);
    return bad ? full.replace('/', '.') : null;
  }

  private static boolean constructs(Callee callee) {
    var text = callee.owner() + callee.descriptor();
    return callee.isConstructor() && CONSTRUCTORS.stream().anyMatch(text::startsWith);
  }

  /// Real time, and fields behind the scheduler's back.
  private static boolean askTheMachine(Callee callee) {
    if (callee.owner().equals("java/lang/reflect/Field")) {
      return callee.name().matches("(get|set)(|Int|Long|Boolean|Byte|Char|Short|Float|Double)");
    }
    return callee.owner().startsWith("java/time/")
        && (callee.name().equals("now") || callee.name().startsWith("system"));
  }
}
