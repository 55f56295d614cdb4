package workbook.view;

import workbook.explore.Trace;
import workbook.explore.Verdict;
import workbook.usecase.Book;

/// What an exploration found, for a person: the evidence, the verdict, and what to type next.
public final class VerdictReport {
  private VerdictReport() {}

  public static String of(Book.ScenarioRef ref, Verdict verdict, Page page) {
    var text =
        switch (verdict) {
          case Verdict.Holds holds -> holds(holds, page);
          case Verdict.Fails fails -> fails(ref, fails, page);
          case Verdict.Refused refused -> paragraph("It " + Sentences.end(refused.says()), page);
        };
    return Ascii.of(page, heading(ref) + text);
  }

  /// One run that was repeated.
  public static String of(Book.ScenarioRef ref, Trace trace, Page page) {
    return Ascii.of(page, heading(ref) + trace.text(page.width(), page.colour()));
  }

  private static String heading(Book.ScenarioRef ref) {
    return ref.name() + ": " + ref.scenario().says() + "\n\n";
  }

  private static String holds(Verdict.Holds holds, Page page) {
    return paragraph("It " + Sentences.end(holds.says()), page)
        + "\n"
        + paragraph(Verdict.OUT_OF_REACH, page);
  }

  private static String fails(Book.ScenarioRef ref, Verdict.Fails fails, Page page) {
    var found =
        "Found within %,d %s. %s"
            .formatted(
                fails.schedules(), fails.schedules() == 1 ? "schedule" : "schedules", needs(fails));
    return fails.trace().text(page.width(), page.colour())
        + "\n"
        + paragraph(found, page)
        + "Again:     workbook explore %s --schedule=%s\n".formatted(ref.name(), fails.schedule())
        + "Yourself:  workbook play %s\n".formatted(ref.name());
  }

  /// How unusual the schedule is.
  private static String needs(Verdict.Fails fails) {
    if (fails.preemptions() == 0) {
      return "It takes no preemption.";
    }
    if (!onlyPreemptions(fails)) {
      return "It takes %d unusual %s: a preemption, a time-out before its time, a wake-up for no"
              .formatted(fails.preemptions(), fails.preemptions() == 1 ? "event" : "events")
          + " reason, or an old value.";
    }
    return fails.preemptions() == 1
        ? "One preemption is enough."
        : "%d preemptions are enough.".formatted(fails.preemptions());
  }

  /// Whether it takes preemptions only, no early time-outs and no old values.
  public static boolean onlyPreemptions(Verdict.Fails fails) {
    var stopped = fails.trace().steps().stream().filter(step -> !step.preempts().isEmpty());
    return stopped.count() >= fails.preemptions();
  }

  private static String paragraph(String text, Page page) {
    return Columns.wrapped(text, "", page.width()) + "\n";
  }
}
