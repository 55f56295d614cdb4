package workbook.view;

import java.time.Duration;
import workbook.Sentences;
import workbook.explore.CallsRun;
import workbook.explore.LinearizabilityVerdict;
import workbook.explore.Trace;
import workbook.explore.Verdict;
import workbook.io.Invocation;

/// What an exploration found, for a person: the evidence, the verdict, and what to type next.
public final class VerdictReport {
  private VerdictReport() {}

  /// @param name of the scenario, for example `races/lost-update`
  /// @param says what it is about, one line
  public static String of(String name, String says, Verdict verdict, Page page) {
    return Ascii.of(page, heading(name, says)) + of(name, verdict, page);
  }

  /// Likewise, without a heading.
  ///
  /// @param name what to type after `explore` or `play`
  public static String of(String name, Verdict verdict, Page page) {
    var text =
        switch (verdict) {
          case Verdict.Holds holds -> holds(holds, page);
          case Verdict.Fails fails -> fails(name, fails, page);
          case Verdict.Refused refused -> paragraph("It " + Sentences.end(refused.says()), page);
          case Verdict.TooLong tooLong -> paragraph("It is " + Sentences.end(tooLong.says()), page);
          case Verdict.NotFinished notFinished -> notFinished(name, notFinished, page);
        };
    return Ascii.of(page, text);
  }

  /// What came of comparing programs of calls.
  ///
  /// @param name what to type after `explore`
  public static String of(String name, LinearizabilityVerdict verdict, Page page) {
    var text =
        switch (verdict) {
          case LinearizabilityVerdict.Linearizable holds ->
              paragraph("It is " + Sentences.end(holds.says()), page)
                  + "\n"
                  + paragraph(Verdict.OUT_OF_REACH, page);
          case LinearizabilityVerdict.NotLinearizable fails ->
              fails.calls()
                  + "\n\n"
                  + fails.trace().text(page.width(), page.colour())
                  + "\n"
                  + paragraph(needs(fails.run()), page)
                  + again(name, fails.schedule());
          case LinearizabilityVerdict.Undecided undecided ->
              undecided.calls()
                  + "\n\n"
                  + paragraph("This " + Sentences.end(undecided.verdict().says()), page);
        };
    return Ascii.of(page, text);
  }

  /// One run that was repeated.
  public static String of(String name, String says, Trace trace, Page page) {
    return Ascii.of(page, heading(name, says) + trace.text(page.width(), page.colour()));
  }

  /// One run of a program of calls that was repeated.
  public static String of(CallsRun run, Page page) {
    return Ascii.of(page, run.calls() + "\n\n" + run.trace().text(page.width(), page.colour()));
  }

  private static String heading(String name, String says) {
    return name + ": " + says + "\n\n";
  }

  private static String holds(Verdict.Holds holds, Page page) {
    return paragraph("It " + Sentences.end(holds.says()), page)
        + "\n"
        + paragraph(Verdict.OUT_OF_REACH, page);
  }

  /// No pass, and how to get further.
  private static String notFinished(String name, Verdict.NotFinished notFinished, Page page) {
    return paragraph("The search is " + Sentences.end(notFinished.says()), page)
        + paragraph("No schedule failed so far, but that proves nothing.", page)
        + "\n"
        + "Longer:    "
        + Invocation.of("explore %s --budget=%d\n".formatted(name, longer(notFinished.patience())));
  }

  /// Seconds, ten times as many.
  private static long longer(Duration patience) {
    return Math.min(10 * Math.max(1, patience.toSeconds()), Duration.ofDays(1).toSeconds());
  }

  private static String fails(String name, Verdict.Fails fails, Page page) {
    var found =
        "Found within %,d %s. %s"
            .formatted(
                fails.schedules(), fails.schedules() == 1 ? "schedule" : "schedules", needs(fails));
    return fails.trace().text(page.width(), page.colour())
        + "\n"
        + paragraph(found, page)
        + again(name, fails.schedule().toString())
        + "Yourself:  "
        + Invocation.of("play %s\n".formatted(name));
  }

  private static String again(String name, String schedule) {
    return "Again:     " + Invocation.of("explore %s --schedule=%s\n".formatted(name, schedule));
  }

  /// How unusual the schedule is.
  private static String needs(Verdict.Fails fails) {
    if (fails.preemptions() == 0) {
      return "It takes no preemption.";
    }
    if (!onlyPreemptions(fails)) {
      return "It takes %d unusual %s: a preemption, a time-out that comes early, a wake-up for no"
              .formatted(fails.preemptions(), fails.preemptions() == 1 ? "event" : "events")
          + " reason, an old value, or an order that Java leaves open.";
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
