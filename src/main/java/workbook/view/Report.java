package workbook.view;

import workbook.Experiment;
import workbook.Result;

/// What a run saw, as text: facts, figures, outcomes, transcript, claims, notes, and the prediction
/// beside what was observed.
public final class Report {
  private Report() {}

  /// Writes everything worth reading after a run.
  public static String text(Experiment experiment, Result result, Page page) {
    var text = new StringBuilder();
    var seen = result.observations();
    result.parameters().values().forEach((name, value) -> text.append(name + ": " + value + "\n"));
    seen.facts().forEach(fact -> text.append(fact.name() + ": " + fact.value() + "\n"));
    for (var series : seen.series()) {
      for (var point : series.points()) {
        text.append(
            "%s, %s at %s: %.3g %s\n"
                .formatted(
                    series.quantity(), series.name(), point.at(), point.median(), series.unit()));
      }
    }
    seen.outcomes().forEach(one -> text.append(one.seen() + ": " + one.count() + "\n"));
    seen.transcript().forEach(line -> text.append(line.speaker() + ": " + line.text() + "\n"));
    for (var claim : seen.claims()) {
      var verdict = claim.held() ? "held: " : "did not hold: ";
      text.append(verdict + claim.says() + " " + claim.evidence() + "\n");
    }
    seen.notes().forEach(note -> text.append("note: " + note + "\n"));
    result
        .prediction()
        .ifPresent(
            guess -> text.append("You said %s. This run: %s\n".formatted(guess, seen.answer())));
    return text.append(result.trouble()).append('\n').toString();
  }
}
