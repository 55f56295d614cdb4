package workbook.explore.rewrite;

import java.util.List;
import java.util.Set;

/// What code under test must not do, because the scheduler has no hold on it: what is neither
/// modelled nor one of the [JdkMethods].
final class Forbidden {
  private static final List<String> JDK = List.of("java/", "javax/", "jdk/", "sun/", "com/sun/");

  /// Classes of the JDK that would be copied, but stand on what is not modelled.
  private static final Set<String> NOT_COPIED = Set.of("java/util/concurrent/StructuredTaskScope");

  /// What a logger of [workbook.explore.model.ModelLogger] is asked with.
  private static final Set<String> LOGGING =
      Set.of("java/util/logging/Logger", "java/util/logging/Level");

  /// Streams on real threads; a scan of the JDK does not see what a stream is told.
  private static final Set<String> PARALLEL = Set.of("parallel", "parallelStream");

  private static final String STREAMS = "java/util/stream/StreamSupport";

  private Forbidden() {}

  /// The name of what a use of this class would do, or null if it is allowed.
  static String type(String owner) {
    var copy = owner.startsWith(Renames.COPY);
    var plain = Renames.original(owner);
    var allowed = copy ? NOT_COPIED.stream().noneMatch(plain::startsWith) : known(plain);
    return allowed ? null : dotted(plain) + hint(plain);
  }

  private static boolean known(String owner) {
    return JDK.stream().noneMatch(owner::startsWith)
        || LOGGING.contains(owner)
        || JdkMethods.current().knows(owner);
  }

  /// The name of the method if the code must not call it, or null if it is allowed.
  ///
  /// @param hierarchy finds the class of the JDK that a class under test extends
  static String call(Callee callee, Hierarchy hierarchy) {
    var owner = hierarchy.inherits(callee.owner(), callee.name(), callee.descriptor());
    if (owner == null || type(owner) != null) {
      return owner == null ? null : type(owner);
    }
    var judged = JDK.stream().anyMatch(owner::startsWith) && !LOGGING.contains(owner);
    var allowed = !judged || JdkMethods.current().allows(owner, callee.name(), callee.descriptor());
    return allowed && !isParallel(owner, callee.name())
        ? null
        : dotted(owner + "." + callee.name()) + hint(owner);
  }

  private static boolean isParallel(String owner, String name) {
    return owner.equals(STREAMS)
        || Renames.original(owner).startsWith("java/util/") && PARALLEL.contains(name);
  }

  private static String dotted(String name) {
    return name.replace('/', '.').replace('$', '.');
  }

  private static String hint(String owner) {
    return owner.startsWith("java/util/logging/")
        ? " (remove this part of the logging; the explorer cannot follow it)"
        : JdkMethods.current().note();
  }
}
