package _08_timeouts.lab;

import java.util.List;
import workbook.Findings;
import workbook.Observations;
import workbook.Parameters;
import workbook.TranscriptLine;

/// When the server heard the second client, and what became of the silent one.
final class IdleFindings {
  private IdleFindings() {}

  static Findings of(Parameters with, Observations seen) {
    var findings =
        switch (said(seen).isEmpty() ? "" : said(seen).getFirst()) {
          case "ping" -> Findings.answer("at once");
          case "close connection by timeout" ->
              Findings.answer("when the silent client's time is up");
          case "still waiting" -> Findings.answer("when the silent client hangs up");
          default -> Findings.cannotTell("Nobody said anything. Run it again.");
        };
    return with.on("limited")
        ? withLimit(findings, with.count("limit"), seen)
        : withoutLimit(findings, seen);
  }

  private static Findings withoutLimit(Findings findings, Observations seen) {
    return findings.claim(
        "Without a limit, nobody else is served before the silent client hangs up.",
        said(seen).equals(List.of("still waiting", "ping")),
        "said, in this order: " + said(seen));
  }

  private static Findings withLimit(Findings findings, int limit, Observations seen) {
    var kept = kept(seen);
    var read = seen.fact(SilentClient.READ).orElse("saw nothing");
    return findings
        .claim(
            "The server hangs up on the silent client, and not before its time.",
            kept >= limit,
            "%.1f ms of %d".formatted(kept, limit))
        .claim("The silent client then reads the end.", read.equals("returns -1"), "it " + read);
  }

  private static List<String> said(Observations seen) {
    return seen.transcript().stream().map(TranscriptLine::text).toList();
  }

  /// Milliseconds from the silent client's call until the server hung up; 0 when it never did.
  private static double kept(Observations seen) {
    var called =
        seen.turns().stream().filter(turn -> turn.party().equals(SilentClient.SILENT)).findFirst();
    var closed =
        seen.transcript().stream().filter(line -> line.text().contains("timeout")).findFirst();
    return called.isEmpty() || closed.isEmpty() ? 0 : (closed.get().at() - called.get().at()) / 1e6;
  }
}
