package _10_servers.lab;

import java.util.Optional;
import workbook.Findings;
import workbook.Observations;
import workbook.Series.Point;

/// What is measured of work that few threads do, or very many, and what that says.
final class ManyThreadsFindings {
  static final String TIME = "time for all the work";
  static final String LATE = "the latest wake-up of another thread";
  static final String WORK = "threads that compute";
  static final String SLEEPER = "a thread that sleeps for 1 ms";
  private static final int FEW = 10;

  private ManyThreadsFindings() {}

  static Findings of(int most, Observations seen) {
    var measured = EchoQuantities.steps(most).stream().filter(n -> time(n, seen).isPresent());
    var steps = EchoQuantities.steps(most).size();
    var done = measured.count();
    return answer(time(FEW, seen), time(most, seen))
        .claim(
            "However many threads there are, all the work is done.",
            done == steps,
            "with %d of %d numbers of threads".formatted(done, steps));
  }

  private static Optional<Point> time(int threads, Observations seen) {
    return seen.samples(TIME, WORK, threads);
  }

  private static Findings answer(Optional<Point> few, Optional<Point> many) {
    if (few.isEmpty() || many.isEmpty()) {
      return Findings.cannotTell("The system gave no more threads. Run it again with fewer.");
    }
    if (EchoQuantities.spread(few.get()) * EchoQuantities.spread(many.get()) > 2) {
      return Findings.cannotTell(
          "The times differ too much from one repeat to the next: see the quartiles in the table."
              + " Run it again when no other program is busy.");
    }
    var factor = many.get().median() / few.get().median();
    var longer = factor < 10 ? "two to ten times as long" : "more than ten times as long";
    return Findings.answer(factor < 2 ? "less than twice as long" : longer);
  }
}
