package _11_ipc.lab;

import _11_ipc.ProcessLock;
import java.util.List;
import workbook.Findings;
import workbook.Observations;

/// What becomes of the next process when the holder of a lock is killed.
final class LockHolderFindings {
  static final String HOLDER = ", holder";
  static final String ALIVE = ", next while it lives";
  static final String DEAD = ", next when it's dead";

  private LockHolderFindings() {}

  static String name(Class<? extends ProcessLock> lock) {
    return lock.getSimpleName();
  }

  static Findings of(Observations seen) {
    var kernel = name(ProcessLock.ByKernel.class);
    var file = name(ProcessLock.ByFile.class);
    var alive = List.of(said(kernel + ALIVE, seen), said(file + ALIVE, seen));
    return answer(said(kernel + DEAD, seen))
        .claim(
            "While the holder lives, nobody else gets its lock.",
            alive.stream().allMatch(LockAttempt.STILL_WAITING.says()::equals),
            "the next one: %s with %s, %s with %s"
                .formatted(alive.getFirst(), kernel, alive.getLast(), file))
        .claim(
            "A file that stands for a lock stays when its maker is killed.",
            said(file + DEAD, seen).equals(LockAttempt.STILL_WAITING.says()),
            "the next one: " + said(file + DEAD, seen));
  }

  private static Findings answer(String afterwards) {
    for (var attempt : LockAttempt.values()) {
      if (attempt.says().equals(afterwards)) {
        return Findings.answer(afterwards);
      }
    }
    return Findings.cannotTell("The next one never tried. Run it again.");
  }

  private static String said(String fact, Observations seen) {
    return seen.fact(fact).orElse("never tried");
  }
}
