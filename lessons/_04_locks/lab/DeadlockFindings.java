package _04_locks.lab;

import workbook.Findings;
import workbook.Observations;
import workbook.Parameters;

/// What became of two threads that took two locks, in two orders and in one.
final class DeadlockFindings {
  static final String FOUND = "deadlocked threads found";

  private DeadlockFindings() {}

  static Findings of(Parameters with, Observations seen) {
    var findable = with.choice("threads").equals("virtual") ? "0" : "2";
    var found = seen.fact(FOUND).orElse("an unknown number");
    return answer(state(seen, "one"), state(seen, "two"))
        .claim(
            "When one gives up, the other gets both.",
            state(seen, "two, interrupted").equals(LockTaker.GAVE_UP)
                && state(seen, "one, after that").equals(LockTaker.GOT_BOTH),
            "one: %s; two: %s"
                .formatted(state(seen, "one, after that"), state(seen, "two, interrupted")))
        .claim(
            "When both take A before B, both get both.",
            state(seen, "three, A before B").equals(LockTaker.GOT_BOTH)
                && state(seen, "four, A before B").equals(LockTaker.GOT_BOTH),
            "three: %s; four: %s"
                .formatted(state(seen, "three, A before B"), state(seen, "four, A before B")))
        .claim(
            "ThreadMXBean finds a deadlock of platform threads, but not of virtual ones.",
            found.equals(findable),
            "%s of 2 %s threads found".formatted(found, with.choice("threads")));
  }

  private static Findings answer(String one, String two) {
    if (one.startsWith("waits") && two.startsWith("waits")) {
      return Findings.answer("nothing: both go on waiting");
    }
    if (one.startsWith("died") || two.startsWith("died")) {
      return Findings.answer("it throws an exception in one of them");
    }
    if (one.equals(LockTaker.GOT_BOTH) || two.equals(LockTaker.GOT_BOTH)) {
      return Findings.answer("it takes a lock away from one of them");
    }
    return Findings.cannotTell("The run ended before the two threads met. Run it again.");
  }

  private static String state(Observations seen, String who) {
    return seen.fact(who).orElse("never got there");
  }
}
