package _11_ipc.lab;

import _11_ipc.PermitHolder;
import _11_ipc.PermitPool;
import java.util.stream.IntStream;
import workbook.Findings;
import workbook.Observations;
import workbook.Series.Point;

/// What is left of the permits of processes that were killed, and what it says.
final class LostPermits {
  static final String LEFT = "permits left";
  static final String SEMAPHORE = "BySemaphore";
  static final String LOCKS = "ByLocks";
  static final int KILLED = 2;

  private static final int NOT_COUNTED = -1;

  private LostPermits() {}

  static Findings findings(Observations seen) {
    var semaphore = left(SEMAPHORE, seen);
    var locks = left(LOCKS, seen);
    return answer(semaphore)
        .claim(
            "Before they were killed, each of the two had a permit.",
            holders(SEMAPHORE, seen) == KILLED && holders(LOCKS, seen) == KILLED,
            "%d with the semaphore, %d with the locks"
                .formatted(holders(SEMAPHORE, seen), holders(LOCKS, seen)))
        .claim(
            "All locks can be taken again.",
            locks == PermitPool.PERMITS,
            "%d of %d".formatted(locks, PermitPool.PERMITS));
  }

  private static Findings answer(int left) {
    return switch (left) {
      case 0 -> Findings.answer("none");
      case PermitPool.PERMITS - KILLED -> Findings.answer("one");
      case PermitPool.PERMITS -> Findings.answer("three");
      case NOT_COUNTED -> Findings.cannotTell("No permits were counted: the notes say why.");
      default -> Findings.cannotTell("One of the two was still alive, it seems. Run it again.");
    };
  }

  private static int left(String kind, Observations seen) {
    return seen.samples(LEFT, kind).map(Point::median).orElse((double) NOT_COUNTED).intValue();
  }

  private static long holders(String kind, Observations seen) {
    return IntStream.rangeClosed(1, KILLED)
        .mapToObj(n -> seen.fact("%s, holder %d".formatted(kind, n)).orElse(""))
        .filter(PermitHolder.HAS_ONE::equals)
        .count();
  }
}
