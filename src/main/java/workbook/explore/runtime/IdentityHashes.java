package workbook.explore.runtime;

/// The identity hash codes of one run: the same in every JVM.
///
/// The JVM draws them. A program that asks for one by name may compare it with others, to lock two
/// objects in one order: so it gets one that is larger than all before, or smaller, or the same as
/// the last one, because two objects may have the same. Whoever only looks an object up in a hash
/// table gets a hash code that follows from what its thread did before.
final class IdentityHashes {
  private static final int FIRST = 1 << 30;
  private static final int DISTANCE = 1 << 10;

  private final Execution execution;

  /// What is given next depends on what was given before.
  private final MemoryLocation given;

  private int smallest = FIRST;
  private int largest = FIRST;
  private int last;

  IdentityHashes(Execution execution) {
    this.execution = execution;
    given = execution.location("identity hash codes");
  }

  /// One for a hash table.
  int scattered() {
    var thread = execution.currentThread();
    return (int) (Hashing.mix(thread.history, ++thread.hashCodes) >>> 33);
  }

  /// One that the program asked for by name: all that can come are explored. The larger one is
  /// free, the others cost a preemption.
  int compared() {
    given.markWrite(execution.currentThread());
    if (last == 0) {
      last = FIRST;
    } else {
      last =
          switch (execution.scheduler.chooseValue(3, 1)) {
            case 0 -> largest += DISTANCE;
            case 1 -> smallest -= DISTANCE;
            default -> last;
          };
    }
    return last;
  }
}
