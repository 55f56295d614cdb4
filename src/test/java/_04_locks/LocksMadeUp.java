package _04_locks;

import static book.MadeUp.answering;
import static workbook.Findings.CANNOT_TELL;
import static workbook.Outcome.Expectation.ACCEPTABLE;
import static workbook.Outcome.Expectation.FORBIDDEN;
import static workbook.Outcome.Expectation.INTERESTING;

import book.MadeUp;
import java.util.List;
import java.util.Map;
import workbook.Recorder;

/// What the experiments of lesson 04 could have observed.
public final class LocksMadeUp implements MadeUp.OfLesson {
  @Override
  public Map<String, List<MadeUp>> experiments() {
    return Map.of(
        "torn-point", tornPoint(),
        "reentrant-or-not", reentrantOrNot(),
        "acquire-in-try", acquireInTry(),
        "deadlock-by-order", deadlockByOrder(),
        "release-order", releaseOrder(),
        "try-and-back-off", tryAndBackOff(),
        "fair-or-fast", fairOrFast(),
        "read-write", readWrite(),
        "lock-cost", lockCost(),
        "stress-or-explore", stressOrExplore());
  }

  private static List<MadeUp> tornPoint() {
    return List.of(
        answering("none", record -> looks(record, 0, 0, 0)),
        answering("the first", record -> looks(record, 5, 0, 0)),
        answering("the first and the second", record -> looks(record, 5, 7, 0)),
        answering("all three", record -> looks(record, 5, 7, 1)),
        answering(CANNOT_TELL, record -> looks(record, 0, 7, 0)),
        answering(CANNOT_TELL, _ -> {}));
  }

  private static void looks(Recorder record, int noLock, int writerLocks, int bothLock) {
    looks(record, "no lock", noLock);
    looks(record, "writer locks", writerLocks);
    looks(record, "both lock", bothLock);
  }

  private static void looks(Recorder record, String how, int torn) {
    record.outcome(how, "whole", ACCEPTABLE, 100, "");
    record.outcome(how, "torn", INTERESTING, torn, "");
  }

  private static List<MadeUp> reentrantOrNot() {
    return List.of(
        answering("none of them", record -> locks(record, "waits", "waits", "waits", "waits")),
        answering("one of them", record -> locks(record, "comes", "comes", "waits", "waits")),
        answering("two of them", record -> locks(record, "comes", "comes", "comes", "waits")),
        answering("all three", record -> locks(record, "comes", "comes", "comes", "comes")),
        answering(CANNOT_TELL, record -> record.fact("ReentrantLock", "comes in again")));
  }

  private static void locks(
      Recorder record, String plain, String downgrade, String upgrade, String stamped) {
    var says = Map.of("waits", "waits for itself", "comes", "comes in again");
    record.fact("ReentrantLock", says.get(plain));
    record.fact("write, then read", says.get(downgrade));
    record.fact("read, then write", says.get(upgrade));
    record.fact("StampedLock", says.get(stamped));
  }

  private static List<MadeUp> acquireInTry() {
    var right = "InterruptedException";
    var wrong = "IllegalMonitorStateException";
    return List.of(
        answering(right, record -> heard(record, right, right)),
        answering(wrong, record -> heard(record, wrong, right)),
        answering("none", record -> heard(record, "none", wrong)),
        answering(CANNOT_TELL, _ -> {}));
  }

  private static void heard(Recorder record, String inside, String before) {
    record.outcome("lock inside try", inside, ACCEPTABLE, 1, "");
    record.outcome("lock before try", before, ACCEPTABLE, 1, "");
  }

  private static List<MadeUp> deadlockByOrder() {
    var waits = "waits for B, held by two";
    return List.of(
        answering(
            "nothing: both go on waiting",
            record -> crossed(record, waits, waits, "gave up", "got both", 2)),
        answering(
            "nothing: both go on waiting",
            record -> crossed(record, waits, waits, "gave up", "got both", 0),
            "threads=virtual"),
        answering(
            "it throws an exception in one of them",
            record -> crossed(record, "died of DeadlockError", "got both", "got both", "died", 0)),
        answering(
            "it takes a lock away from one of them",
            record -> crossed(record, "got both", waits, "gave up", "gave up", 1)),
        answering(CANNOT_TELL, _ -> {}));
  }

  private static void crossed(
      Recorder record, String one, String two, String twoEnds, String oneEnds, int found) {
    record.fact("one", one);
    record.fact("two", two);
    record.fact("two, interrupted", twoEnds);
    record.fact("one, after that", oneEnds);
    record.fact("deadlocked threads found", Integer.toString(found));
    record.fact("three, A before B", "got both");
    record.fact("four, A before B", oneEnds);
  }

  private static List<MadeUp> releaseOrder() {
    return List.of(
        answering("never", record -> rounds(record, 200, 0), "rounds=100"),
        answering("now and then", record -> rounds(record, 150, 1), "rounds=100"),
        answering("every time", record -> rounds(record, 0, 1), "rounds=100"),
        answering(CANNOT_TELL, _ -> {}));
  }

  private static void rounds(Recorder record, int through, int stuck) {
    record.outcome("one order", "through", ACCEPTABLE, through, "");
    record.outcome("one order", "stuck", FORBIDDEN, stuck, "");
    record.outcome("two orders", "stuck", INTERESTING, 1, "");
  }

  private static List<MadeUp> tryAndBackOff() {
    return List.of(
        answering("never", record -> tries(record, 0, 2_000)),
        answering("in about half of the rounds", record -> tries(record, 700, 1_300)),
        answering("in nearly every round", record -> tries(record, 1_900, 100)),
        answering(CANNOT_TELL, _ -> {}));
  }

  private static void tries(Recorder record, int both, int one) {
    record.outcome("got both locks", ACCEPTABLE, both, "");
    record.outcome("released its own", INTERESTING, one, "");
  }

  private static List<MadeUp> fairOrFast() {
    return List.of(
        answering("nearly always the owner", record -> next(record, 99, 1, 0)),
        answering("each about as often", record -> next(record, 40, 60, 2)),
        answering("nearly always the one that waits", record -> next(record, 3, 97, 0)),
        answering(CANNOT_TELL, record -> next(record, 1, 0, 0)));
  }

  private static void next(Recorder record, int owner, int waiter, int overtakenWhenFair) {
    record.outcome("unfair", "the owner", INTERESTING, owner, "");
    record.outcome("unfair", "the one that waits", ACCEPTABLE, waiter, "");
    record.outcome("fair", "the owner", FORBIDDEN, overtakenWhenFair, "");
    record.outcome("fair", "the one that waits", ACCEPTABLE, 100, "");
  }

  private static List<MadeUp> readWrite() {
    return List.of(
        answering("for both", record -> speeds(record, 2, 1.6, 1.7, 0)),
        answering("only for 10 numbers", record -> speeds(record, 2, 1.6, 1.4, 0)),
        answering("only for 3,000 numbers", record -> speeds(record, 2, 1.4, 1.9, 3)),
        answering("for neither", record -> speeds(record, 2, 0.8, 1, 0)),
        answering(CANNOT_TELL, record -> speeds(record, 1.1, 1, 1, 0)),
        answering(CANNOT_TELL, _ -> {}));
  }

  private static void speeds(
      Recorder record, double cores, double gainShort, double gainLong, int torn) {
    record.sample("reads and writes", "per s", "one lock, 10 numbers", 2, 100);
    record.sample("reads and writes", "per s", "read-write lock, 10 numbers", 2, 100 * gainShort);
    record.sample("reads and writes", "per s", "one lock, 3,000 numbers", 2, 100);
    record.sample("reads and writes", "per s", "read-write lock, 3,000 numbers", 2, 100 * gainLong);
    record.sample("processors at work", "cores", "read-write lock, 3,000 numbers", 2, cores);
    record.outcome("whole", ACCEPTABLE, 1_000, "");
    record.outcome("torn", FORBIDDEN, torn, "");
  }

  private static List<MadeUp> lockCost() {
    return List.of(
        answering("2.1", record -> sections(record, 1.9, 21, 0)),
        answering("1.0", record -> sections(record, 1.9, 10, 1)),
        answering(CANNOT_TELL, record -> sections(record, 0.9, 21, 0)),
        answering(CANNOT_TELL, _ -> {}));
  }

  private static void sections(Recorder record, double cores, double together, int lost) {
    record.sample("processors at work", "cores", "two threads, a lock each", 10_000, cores);
    record.sample("time per section", "ns", "two threads, a lock each", 10_000, 10);
    record.sample("time per section", "ns", "two threads, one lock", 10_000, together);
    record.outcome("whole", ACCEPTABLE, 5, "");
    record.outcome("lost", FORBIDDEN, lost, "");
  }

  private static List<MadeUp> stressOrExplore() {
    return List.of(
        answering("none of them", record -> stress(record, 0, 0, "holds", "holds")),
        answering("fewer than 1 in 1,000", record -> stress(record, 1, 0, "fails", "holds")),
        answering("1 in 1,000 to 1 in 10", record -> stress(record, 500, 3, "fails", "holds")),
        answering("more than 1 in 10", record -> stress(record, 9_000, 3, "fails", "fails")));
  }

  private static void stress(
      Recorder record, int failed, int failedWhenMended, String broken, String mended) {
    record.outcome("broken", "good", ACCEPTABLE, 10_000 - failed, "");
    record.outcome("broken", "failed", INTERESTING, failed, "");
    record.outcome("mended", "good", ACCEPTABLE, 10_000 - failedWhenMended, "");
    record.outcome("mended", "failed", FORBIDDEN, failedWhenMended, "");
    record.fact("the explorer on the broken one", broken);
    record.fact("the explorer on the mended one", mended);
  }
}
