package _03_races.lab;

import workbook.Findings;
import workbook.Observations;

/// What real threads and the explorer say of a broken and a mended program.
final class StressFindings {
  static final String EXPLORED_BROKEN = "the explorer on the broken one";
  static final String EXPLORED_MENDED = "the explorer on the mended one";

  private StressFindings() {}

  static Findings of(Observations seen) {
    var onBroken = OutcomeCounts.of("broken", seen);
    var onMended = OutcomeCounts.of("mended", seen);
    var broken = seen.fact(EXPLORED_BROKEN).orElse("not explored");
    var mended = seen.fact(EXPLORED_MENDED).orElse("not explored");
    var onRealThreads =
        answer(onBroken)
            .claim(
                "On real threads the mended program never failed.",
                onMended.trials() > 0 && failures(onMended) == 0,
                "%,d of %,d runs failed".formatted(failures(onMended), onMended.trials()));
    var both =
        explored(
            onRealThreads,
            "The explorer finds a schedule that breaks the broken program.",
            "fails",
            broken);
    return explored(
        both, "The explorer finds no schedule that breaks the mended one.", "holds", mended);
  }

  /// An exploration that ran out of time says nothing of the program.
  private static Findings explored(Findings findings, String claim, String expected, String saw) {
    return saw.startsWith("not finished")
        ? findings.note("The explorer had too little time. Close other programs, and run it again.")
        : findings.claim(claim, saw.startsWith(expected), saw);
  }

  private static Findings answer(OutcomeCounts broken) {
    if (broken.trials() == 0) {
      return Findings.cannotTell("No run ended: run it again, and let it finish.");
    }
    return Findings.answer(share(failures(broken), broken.trials()));
  }

  private static String share(long failures, long runs) {
    if (failures == 0) {
      return "none of them";
    }
    if (failures * 1_000 < runs) {
      return "fewer than 1 in 1,000";
    }
    return failures * 10 <= runs ? "1 in 1,000 to 1 in 10" : "more than 1 in 10";
  }

  private static long failures(OutcomeCounts program) {
    return program.trials() - program.of("good");
  }
}
