package workbook.explore.runtime;

/// What rewritten code calls in place of methods that compute hash codes, and around them.
public final class HashHooks {
  private HashHooks() {}

  /// The identity hash code of an object, the same in every run with the same schedule.
  public static int hash(Object object) {
    return Execution.inProgress()
        ? Execution.current().hashes.of(object)
        : System.identityHashCode(object);
  }

  /// The identity hash code of an object that the code under test asks for by name.
  public static int identityHashCode(Object object) {
    var execution = Execution.current();
    execution.hashes.matter();
    var hash = execution.hashes.of(object);
    execution.reportFound(object, String.valueOf(hash));
    return hash;
  }

  /// The hash code of an object, the same in every run with the same schedule, also of one that is
  /// hashed by its identity.
  public static int hashCode(Object object) {
    if (HashKind.byIdentity(object.getClass())) {
      return hash(object);
    }
    var before = asked();
    var hash = object.hashCode();
    if (asked() != before) {
      Execution.current().memory.hashedByIdentity(object);
    }
    return hash;
  }

  /// Before the code under test computes a hash code: how many identity hash codes were asked for.
  public static int asked() {
    return Execution.inProgress() ? Execution.current().hashes.asked() : 0;
  }

  /// After it has. What it does next may depend on them.
  ///
  /// @param before what [#asked] gave
  public static void computed(int before) {
    if (asked() != before) {
      Execution.current().hashes.matter();
    }
  }
}
