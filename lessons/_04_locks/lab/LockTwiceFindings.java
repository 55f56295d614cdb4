package _04_locks.lab;

import java.util.List;
import workbook.Findings;
import workbook.Observations;

/// Which locks let their owner in again.
final class LockTwiceFindings {
  static final String IN = "comes in again";
  static final String WAITS = "waits for itself";

  private static final List<String> ASKED =
      List.of("ReentrantLock", "read, then write", "StampedLock");

  private LockTwiceFindings() {}

  static Findings of(Observations seen) {
    return answer(seen)
        .claim(
            "A ReentrantLock lets its owner in again.",
            is(seen, "ReentrantLock", IN),
            evidence(seen, "ReentrantLock"))
        .claim(
            "A thread that holds the write lock may take the read lock, too.",
            is(seen, "write, then read", IN),
            evidence(seen, "write, then read"))
        .claim(
            "A thread that holds the read lock and asks for the write lock waits for itself.",
            is(seen, "read, then write", WAITS),
            evidence(seen, "read, then write"))
        .claim(
            "A thread that holds a StampedLock and asks for it again waits for itself.",
            is(seen, "StampedLock", WAITS),
            evidence(seen, "StampedLock"));
  }

  private static Findings answer(Observations seen) {
    if (ASKED.stream().anyMatch(name -> seen.fact(name).isEmpty())) {
      return Findings.cannotTell("The run ended before all three locks were tried. Run it again.");
    }
    return switch ((int) ASKED.stream().filter(name -> is(seen, name, IN)).count()) {
      case 0 -> Findings.answer("none of them");
      case 1 -> Findings.answer("one of them");
      case 2 -> Findings.answer("two of them");
      default -> Findings.answer("all three");
    };
  }

  private static boolean is(Observations seen, String lock, String state) {
    return seen.fact(lock).filter(state::equals).isPresent();
  }

  private static String evidence(Observations seen, String lock) {
    return lock + ": " + seen.fact(lock).orElse("not tried");
  }
}
