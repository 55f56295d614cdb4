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
            always(STARTS, Reuse.BOTH, true, seen) && always(STARTS, Reuse.BOTH, false, seen),
            inUse(Reuse.BOTH, true, seen) + inUse(Reuse.BOTH, false, seen) + FOUND)
        .claim(
            "If the client closed first, the second server starts without SO_REUSEADDR, too.",
            always(STARTS, Reuse.NEITHER, false, seen),
            inUse(Reuse.NEITHER, false, seen) + FOUND);
  }

  private static Findings answer(Observations seen) {
    if (always(STARTS, Reuse.NEITHER, true, seen)) {
      return Findings.answer("it starts");
    }
    if (!always(IN_USE, Reuse.NEITHER, true, seen)) {
      return Findings.cannotTell("It started some times and not others. Run it again.");
    }
    return Findings.answer(
        always(STARTS, Reuse.NEITHER, false, seen)
            ? "the port is in use if the server closed first"
            : "the port is in use, whoever closed first");
  }

  private static boolean always(
      String outcome, Reuse reuse, boolean serverFirst, Observations seen) {
    var other = outcome.equals(STARTS) ? IN_USE : STARTS;
    var group = group(reuse, serverFirst);
    return seen.count(group, outcome) > 0 && seen.count(group, other) == 0;
  }

  private static long inUse(Reuse reuse, boolean serverFirst, Observations seen) {
    return seen.count(group(reuse, serverFirst), IN_USE);
  }
}
