package _10_servers.lab;

import _10_servers.Design;
import java.util.Optional;
import workbook.Findings;
import workbook.Observations;
import workbook.Series.Point;

/// Who is not answered while a worker is frozen, and what it says.
///
/// @param clients how many asked
record FrozenWorkerFindings(Observations seen, int clients) {
  static final String MUTE = "clients without an answer";
  static final String QUEUED = "those in the queue of the frozen worker";
  static final String ENDED = "clients answered in the end";

  private static final double ALL = 0.8; // of all clients, or more

  Findings findings() {
    var shared = count(MUTE, Design.PREFORK);
    var own = count(MUTE, Design.REUSEPORT);
    var queued = count(QUEUED, Design.REUSEPORT);
    if (shared.isEmpty() || own.isEmpty() || queued.isEmpty()) {
      return Findings.cannotTell("This machine can't freeze the workers of both designs.");
    }
    return answer(own.get(), own.get() - queued.get())
        .claim(
            "With one shared socket, everybody is answered: the other workers accept.",
            shared.get() == 0,
            "%,.0f of %,d without an answer".formatted(shared.get(), clients))
        .claim(
            "With a socket for each worker, those in the frozen worker's queue are not.",
            queued.get() > 0 && queued.get() < clients,
            "%,.0f of %,d were answered by this worker, once it went on"
                .formatted(queued.get(), clients))
        .claim(
            "When the worker goes on, everybody has an answer.",
            AcceptFairnessFindings.DESIGNS.stream()
                .allMatch(design -> count(ENDED, design).filter(all -> all == clients).isPresent()),
            "%,.0f and %,.0f of %,d"
                .formatted(
                    count(ENDED, Design.PREFORK).orElse(0.0),
                    count(ENDED, Design.REUSEPORT).orElse(0.0),
                    clients));
  }

  /// @param late those without an answer whose worker was not frozen
  private Findings answer(double mute, double late) {
    if (late > 0) {
      return Findings.cannotTell(
          "The machine is busy: %,.0f clients still waited for a worker that was not frozen. Run it"
                  .formatted(late)
              + " again with more patience.");
    }
    var some = mute < ALL * clients ? "some of them" : "all of them";
    return Findings.answer(mute == 0 ? "nobody" : some);
  }

  private Optional<Double> count(String quantity, Design design) {
    return seen.samples(quantity, design.id()).map(Point::median);
  }
}
