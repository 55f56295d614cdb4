package workbook.explore;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import workbook.explore.runtime.LogicalThread;

/// Which locks each thread of a run holds, by their names, as far as its steps tell.
final class HeldLocks {
  private final Map<LogicalThread, List<String>> locks = new HashMap<>();

  List<String> of(LogicalThread thread) {
    return locks.getOrDefault(thread, List.of());
  }

  void take(LogicalThread thread, String lock) {
    var now = new ArrayList<>(of(thread));
    now.add(lock);
    locks.put(thread, List.copyOf(now));
  }

  void letGo(LogicalThread thread, String lock) {
    var now = new ArrayList<>(of(thread));
    if (now.reversed().remove(lock)) {
      locks.put(thread, List.copyOf(now));
    }
  }

  /// Whether a call of this name that returned this has taken a lock.
  static boolean takes(String method, String value) {
    return switch (method) {
      case "lock", "lockInterruptibly" -> true;
      case "tryLock" -> value.equals("true");
      case "readLock", "writeLock", "tryReadLock", "tryWriteLock" -> value.matches("-?[1-9]\\d*");
      default -> false;
    };
  }
}
