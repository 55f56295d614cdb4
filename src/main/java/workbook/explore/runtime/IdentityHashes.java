package workbook.explore.runtime;

import java.lang.reflect.Modifier;

/// The identity hash codes of one run: the same in every JVM.
///
/// The JVM draws them. As long as nobody learns anything from one, an object that is looked up in a
/// hash table gets one that follows from what its thread did before. When code asks for one, or
/// goes through a hash table of such objects, the search begins again, and all that can come of
/// them is explored: each object gets one that is larger than all before, or smaller, or the same
/// as the last one, because two objects may have the same.
final class IdentityHashes {
  /// So that in a table of 16 slots, or of 32, those that follow come after it, and what is smaller
  /// comes before.
  private static final int FIRST = 1_000;

  private static final SharedVariable ORDER = SharedVariable.named("identity hash codes");

  private final Execution execution;

  /// What is given next depends on what was given before.
  private final MemoryLocation given;

  private int smallest = FIRST;
  private int largest = FIRST;
  private int last;
  private int asked;

  IdentityHashes(Execution execution) {
    this.execution = execution;
    given = execution.location("identity hash codes");
  }

  /// That of an object.
  int of(Object object) {
    asked++;
    return execution.memory.hash(object, execution.currentThread(), () -> next(object));
  }

  /// How often one was asked for: who computes a hash code and finds that this has grown, has one
  /// that differs from JVM to JVM.
  int asked() {
    return asked;
  }

  /// Notes that what the code does may depend on these hash codes.
  void matter() {
    if (!execution.shared.contains(ORDER)) {
      execution.discover(ORDER);
    }
  }

  private int next(Object object) {
    return execution.shared.contains(ORDER) && !isInside(object.getClass()) ? drawn() : scattered();
  }

  /// Whether only classes of the JDK know the object, as a pool its workers.
  private static boolean isInside(Class<?> type) {
    return HashKind.isCopy(type) && !Modifier.isPublic(type.getModifiers());
  }

  private int scattered() {
    var thread = execution.currentThread();
    return (int) (Hashing.mix(thread.history, ++thread.hashCodes) >>> 33);
  }

  /// The larger one is free, the others cost a preemption.
  private int drawn() {
    given.markWrite(execution.currentThread());
    if (last == 0) {
      last = FIRST;
    } else {
      last =
          switch (execution.scheduler.chooseValue(3, 1)) {
            case 0 -> ++largest;
            case 1 -> --smallest;
            default -> last;
          };
    }
    return last;
  }
}
