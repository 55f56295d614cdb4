package workbook.explore;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import workbook.explore.runtime.LockPart;
import workbook.explore.runtime.LogicalThread;
import workbook.explore.runtime.WaitCondition;

/// Which locks each thread of a run holds, by their names, as far as its steps tell.
final class HeldLocks {
  private final Map<LogicalThread, List<String>> locks = new HashMap<>();
  private final Map<Object, String> names = new IdentityHashMap<>();

  /// Notes what the source calls an object that may be a lock.
  void name(Object object, String name) {
    if (object != null) {
      names.put(object, name);
    }
  }

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

  /// The step, of a thread that has begun to wait: without the lock that it waits for, or has let
  /// go to wait for a signal.
  Trace.Step waiting(LogicalThread thread, Trace.Step step) {
    var wait = thread.waitCondition();
    var forSignal = wait.kind() == WaitCondition.Kind.SIGNAL;
    if (!forSignal && wait.kind() != WaitCondition.Kind.LOCK) {
      return step.holding(of(thread));
    }
    var lock = wait.on() instanceof LockPart part ? part.lock() : wait.on();
    var held = new ArrayList<>(of(thread));
    if (wait.holder().get() != thread && names.containsKey(lock)) {
      held.removeIf(names.get(lock)::equals);
    }
    return step.waiting(held, names.getOrDefault(wait.on(), ""), forSignal);
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
