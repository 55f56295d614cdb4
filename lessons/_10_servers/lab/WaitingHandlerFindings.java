package _10_servers.lab;

import _10_servers.Design;
import java.util.Optional;
import workbook.Findings;
import workbook.Observations;
import workbook.Series.Point;

/// What is measured of handlers that wait, and what it says.
final class WaitingHandlerFindings {
  private static final int ONE_AT_A_TIME = 100; // answers a second, if each takes 10 ms or more
  private static final int POOL = 16 * ONE_AT_A_TIME;
  private static final int QUIET = ONE_AT_A_TIME / 2; // fewer, and the machine was busy

  private WaitingHandlerFindings() {}

  static Findings of(int connections, Observations seen) {
    var selector = HandlerMeasurement.answers(Design.SELECTOR, seen);
    var pool = HandlerMeasurement.answers(Design.POOL, seen);
    var findings =
        HandlerMeasurement.claims(answer(selector), connections, seen)
            .claim(
                "With the selector, one handler waits at a time.",
                samples(Design.SELECTOR, seen).isPresent() && selector <= ONE_AT_A_TIME,
                inWords(selector))
            .claim(
                "In the pool, no more than 16 handlers wait at a time.",
                samples(Design.POOL, seen).isPresent() && pool <= POOL,
                inWords(pool));
    return several(findings, seen);
  }

  /// One more claim, unless the machine was too busy to tell: then several handlers that wait at a
  /// time give no more answers than one on a quiet machine.
  private static Findings several(Findings findings, Observations seen) {
    var most = samples(Design.THREAD, seen).map(all -> all.quantile(1)).orElse(0.0);
    var control = samples(Design.SELECTOR, seen).map(all -> all.quantile(0));
    if (most <= ONE_AT_A_TIME && control.filter(slow -> slow < QUIET).isPresent()) {
      return findings.note("The machine was too busy to show that several handlers can wait.");
    }
    return findings.claim(
        "With a thread for each connection, several handlers wait at a time.",
        most > ONE_AT_A_TIME,
        inWords(most) + " at most");
  }

  private static Findings answer(double selector) {
    if (selector < QUIET) {
      return Findings.cannotTell(
          "One handler that waits 10 ms could give nearly 100 answers a second, and it gave %.0f:"
                  .formatted(selector)
              + " the machine is busy. Run it again when no other program is.");
    }
    var several = selector < 4_000 ? "about 1,600" : "about 10,000";
    return Findings.answer(selector < 400 ? "about 100" : several);
  }

  private static Optional<Point> samples(Design design, Observations seen) {
    return seen.samples(EchoQuantities.ANSWERS, design.id());
  }

  private static String inWords(double answers) {
    return "%,.0f answers a second".formatted(answers);
  }
}
