package _10_servers.lab;

import _10_servers.Design;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import workbook.Findings;
import workbook.Observations;
import workbook.Series.Point;

/// What a connection costs in each design, and what it says.
final class ConnectionCostFindings {
  static final String TIME = "time to the first answer";
  static final String MEMORY = "memory of a connection";
  static final String FORK = "python fork";
  static final int FORKS = 15;

  /// All that serve several clients at once.
  static final List<Design> DESIGNS =
      Arrays.stream(Design.values()).filter(design -> design.servedAtOnce(2) == 2).toList();

  /// Those that start processes before any client comes: in such a process, a connection is a
  /// thread.
  static final List<Design> WORKERS = AcceptFairnessFindings.DESIGNS;

  private ConnectionCostFindings() {}

  static Findings of(Observations seen) {
    var thread = seen.samples(TIME, Design.THREAD.id());
    var process = seen.samples(TIME, Design.PROCESS.id());
    if (thread.isEmpty() || process.isEmpty()) {
      return Findings.cannotTell("A process for each connection wasn't measured on this machine.");
    }
    var prefork = seen.samples(TIME, Design.PREFORK.id()).map(ConnectionCostFindings::least);
    var findings =
        answer(thread.get(), process.get())
            .claim(
                "A client waits longer for a new process than for one that was started before.",
                prefork.filter(least -> least < least(process.get())).isPresent(),
                "%.2f ms at least, and %.2f ms"
                    .formatted(least(process.get()), prefork.orElse(0.0)));
    var small = memory(Design.THREAD, seen);
    var large = memory(Design.PROCESS, seen);
    return small.isEmpty() || large.isEmpty()
        ? findings.note("The memory wasn't measured: only Linux reports it in this way.")
        : findings.claim(
            "A process takes more memory than a thread.",
            small.get() < large.get(),
            "%,.0f KiB and %,.0f KiB".formatted(large.get(), small.get()));
  }

  private static Findings answer(Point thread, Point process) {
    return thread.clearlyBelow(process)
        ? Findings.answer("%.0f".formatted(process.median() / thread.median()))
        : Findings.cannotTell("The times overlap: close what else runs, and run it again.");
  }

  /// What it takes when nothing else keeps the machine busy.
  private static double least(Point times) {
    return times.quantile(0);
  }

  private static Optional<Double> memory(Design design, Observations seen) {
    return seen.samples(MEMORY, design.id()).map(Point::median);
  }
}
