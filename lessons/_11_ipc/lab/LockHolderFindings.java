package _11_ipc.lab;

import _11_ipc.ProcessLock;
import java.util.List;
import workbook.Findings;
import workbook.Observations;

/// What becomes of the next process when the holder of a lock is killed.
final class LockHolderFindings {
  static final String HOLDER = ", the holder";
  static final String ALIVE = ", the next while the holder lives";
  static final String DEAD = ", the next when the holder is dead";

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
            "the next one, with each lock: " + String.join(", ", alive))
        .claim(
            "A file that stands for a lock stays when its maker is killed.",
            said(file + DEAD, seen).equals(LockAttempt.STILL_WAITING.says()),
            "the next one " + said(file + DEAD, seen));
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
    return seen.fact(fact).orElse("didn't try");
  }
}
