package bench;

import java.util.List;
import java.util.stream.Stream;
import workbook.explore.Budget;
import workbook.explore.Explorer;
import workbook.explore.Subject;
import workbook.explore.Verdict;

/// The fixtures of the test tree: twenty-five broken programs and their mended twins. As a program
/// it explores those it is given by name, or all.
final class Pairs {
  static final List<String> BROKEN =
      Stream.of(
              "LostUpdate",
              "VolatileInc",
              "AtomicGetSet",
              "CheckThenAct",
              "LockOrder",
              "TryLockTimeout",
              "TryLockIgnored",
              "IfNotWhile",
              "MissedSignal",
              "NotifyOne",
              "SemaphoreMisuse",
              "InterruptSwallowed",
              "DclNoSecondCheck",
              "ParkOnce",
              "QueueCheckTake",
              "ExecutorList",
              "PoolStarvation",
              "AwaitTimeout",
              "RwUpgrade",
              "VirtualThreads",
              "FutureRace",
              "DclNoVolatile",
              "UnsafePublication",
              "StopFlag",
              "LongTearing")
          .map(name -> name + "::bad")
          .toList();

  static final List<String> BOTH =
      BROKEN.stream().flatMap(bad -> Stream.of(bad, bad.replace("bad", "good"))).toList();

  private Pairs() {}

  /// Prints one line for each: name, nanoseconds, verdict.
  public static void main(String[] args) {
    for (var name : args.length == 0 ? BOTH : List.of(args)) {
      var start = System.nanoTime();
      var verdict = Explorer.explore(Subject.named("scenarios." + name), Budget.DEFAULT);
      var nanos = System.nanoTime() - start;
      System.out.println(String.join("\t", name, Long.toString(nanos), told(verdict)));
    }
  }

  /// Whether what [#told] says of it is what it should.
  static boolean isRight(String name, String told) {
    return told.startsWith(BROKEN.contains(name) ? "fails" : "holds in")
        && !told.contains("not all with");
  }

  static String told(Verdict verdict) {
    return switch (verdict) {
      case Verdict.Fails fails -> "fails " + fails.schedule() + " after " + fails.schedules();
      case Verdict.Holds holds -> holds.says() + ", cut " + holds.pruned();
      case Verdict.Refused _, Verdict.TooLong _, Verdict.NotFinished _ -> verdict.says();
    };
  }
}
