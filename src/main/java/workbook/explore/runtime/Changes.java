package workbook.explore.runtime;

import java.util.Collection;
import java.util.List;
import java.util.Map;

/// How many changes of shared state an execution has seen. While the number stays the same, a
/// thread that looks again sees what it saw before.
///
/// A step that writes what is there already, or takes a lock and gives it back before anybody else
/// could run, is no change: an object that a step touches is compared with itself when the count is
/// asked for.
final class Changes {
  private static final Object NOTHING = new Object();

  private static final int MOST_TOUCHED = 16;

  private final Object[] touched = new Object[MOST_TOUCHED];
  private final Object[] before = new Object[MOST_TOUCHED];
  private int size;
  private long count;

  /// Whether some thread was given an old value. From then on it may matter to it that a thread
  /// writes what is there already, because that tells it of other writes.
  private boolean strict;

  /// Notes a change.
  void note() {
    count++;
  }

  /// Notes a write.
  ///
  /// @param same whether it writes what is there already
  void write(boolean same) {
    if (strict || !same) {
      count++;
    }
  }

  /// Notes that a thread is given an old value.
  void oldValue() {
    strict = true;
  }

  /// Notes that the object is about to be changed, perhaps.
  void touch(Object object) {
    for (var i = 0; i < size; i++) {
      if (touched[i] == object) {
        return;
      }
    }
    var state = strict || size == MOST_TOUCHED ? null : state(object);
    if (state == null) {
      count++;
      return;
    }
    touched[size] = object;
    before[size++] = state;
  }

  /// The number as it matters at a step of the running thread. If no other thread could run, what
  /// it has changed isn't looked at yet: it may change it back before anybody can tell.
  long count(List<LogicalThread> threads, LogicalThread running) {
    return size > 0 && !running.spins(count) && isAlone(threads, running) ? count : count();
  }

  private static boolean isAlone(List<LogicalThread> threads, LogicalThread running) {
    return threads.stream().allMatch(one -> one == running || one.finished || one.isStuck());
  }

  long count() {
    for (var i = 0; i < size; i++) {
      if (!same(touched[i], before[i])) {
        count++;
      }
      touched[i] = null;
      before[i] = null;
    }
    size = 0;
    return count;
  }

  private static boolean same(Object object, Object before) {
    return sameValue(before, state(object));
  }

  /// Whether a variable that held the one value and holds the other has not changed. Never asks the
  /// code under test.
  static boolean sameValue(Object before, Object after) {
    return before == after
        || switch (before) {
          case Integer _, Long _, Boolean _, Double _, Float _ -> before.equals(after);
          case null, default -> false;
        };
  }

  /// What the object holds, as far as one look can tell; null when it cannot.
  private static Object state(Object object) {
    return switch (object) {
      case HashedState hashed -> hashed.stateHash();
      case StoredVariable variable -> variable.get() == null ? NOTHING : variable.get();
      case Collection<?> all when isOfTheJdk(all) && all.isEmpty() -> NOTHING;
      case Map<?, ?> all when isOfTheJdk(all) && all.isEmpty() -> NOTHING;
      default -> null;
    };
  }

  private static boolean isOfTheJdk(Object object) {
    return object.getClass().getClassLoader() == null;
  }
}
