package workbook.explore.search;

import java.util.Arrays;

/// A thread whose next step has been tried here, with all that can follow.
///
/// As long as the other threads' steps do not depend on that step, to make it after them would come
/// to the same as what was tried.
///
/// @param uses what the step uses, see [workbook.explore.runtime.ExecutedStep#uses]
record Sleeper(int thread, long[] uses) {
  /// Whether a step with these uses depends on its step.
  boolean dependsOn(long[] others) {
    for (var other : others) {
      for (var use : uses) {
        if (other >>> 1 == use >>> 1 && ((other | use) & 1) == 1) {
          return true;
        }
      }
    }
    return false;
  }

  /// The uses of both.
  static long[] union(long[] some, long[] more) {
    var union = Arrays.copyOf(some, some.length + more.length);
    System.arraycopy(more, 0, union, some.length, more.length);
    return Arrays.stream(union).distinct().toArray();
  }
}
