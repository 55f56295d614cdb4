package _10_servers.lab;

import static workbook.Outcome.Expectation.ACCEPTABLE;
import static workbook.Outcome.Expectation.INTERESTING;

import _10_servers.lab.RestartTrials.Reuse;
import workbook.Findings;
import workbook.Observations;
import workbook.Recorder;

/// What is counted of servers that start again, and what it says.
final class RestartFindings {
  private static final String STARTS = "it starts";
  private static final String IN_USE = "the port is in use";
  private static final String FOUND = " found the port in use";

  private RestartFindings() {}

  static void record(Reuse reuse, boolean serverFirst, boolean starts, Recorder record) {
    var group = group(reuse, serverFirst);
    record.outcome(group, STARTS, ACCEPTABLE, starts ? 1 : 0, "it listens");
    record.outcome(group, IN_USE, INTERESTING, starts ? 0 : 1, "bind fails");
  }

  private static String group(Reuse reuse, boolean serverFirst) {
    return "%s; %s closes first".formatted(reuse.says, serverFirst ? "server" : "client");
  }

  static Findings of(Observations seen) {
    return answer(seen)
        .claim(
            "If both servers have SO_REUSEADDR, the second starts, whoever closed first.",
            mostly(STARTS, Reuse.BOTH, true, seen) && mostly(STARTS, Reuse.BOTH, false, seen),
            count(IN_USE, Reuse.BOTH, true, seen) + count(IN_USE, Reuse.BOTH, false, seen) + FOUND)
        .claim(
            "If the client closed first, the second server starts without SO_REUSEADDR, too.",
            mostly(STARTS, Reuse.NEITHER, false, seen),
            count(IN_USE, Reuse.NEITHER, false, seen) + FOUND);
  }

  private static Findings answer(Observations seen) {
    if (always(STARTS, Reuse.NEITHER, true, seen)) {
      return Findings.answer("it starts");
    }
    if (!always(IN_USE, Reuse.NEITHER, true, seen)) {
      return Findings.cannotTell("It started some times and not others. Run it again.");
    }
    return Findings.answer(
        mostly(STARTS, Reuse.NEITHER, false, seen)
            ? "the port is in use if the server closed first"
            : "the port is in use, whoever closed first");
  }

  private static boolean always(
      String outcome, Reuse reuse, boolean serverFirst, Observations seen) {
    return count(outcome, reuse, serverFirst, seen) > 0
        && count(other(outcome), reuse, serverFirst, seen) == 0;
  }

  /// In between, another program may have taken the port for itself.
  private static boolean mostly(
      String outcome, Reuse reuse, boolean serverFirst, Observations seen) {
    var count = count(outcome, reuse, serverFirst, seen);
    return count > 0 && count >= count(other(outcome), reuse, serverFirst, seen);
  }

  private static String other(String outcome) {
    return outcome.equals(STARTS) ? IN_USE : STARTS;
  }

  private static long count(String outcome, Reuse reuse, boolean serverFirst, Observations seen) {
    return seen.count(group(reuse, serverFirst), outcome);
  }
}
