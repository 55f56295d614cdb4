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
  static final String ENDED = "clients answered in the end";

  private static final double ALL = 0.8; // of all clients, or more

  Findings findings() {
    var shared = count(MUTE, Design.PREFORK);
    var own = count(MUTE, Design.REUSEPORT);
    if (shared.isEmpty() || own.isEmpty()) {
      return Findings.cannotTell("This machine can't freeze the workers of both designs.");
    }
    return Findings.answer(inWords(own.get()))
        .claim(
            "With one shared socket, everybody is answered: the other workers accept.",
            shared.get() == 0,
            "%,.0f of %,d without an answer".formatted(shared.get(), clients))
        .claim(
            "With a socket for each worker, those in the frozen worker's queue are not.",
            own.get() > 0 && own.get() < clients,
            "%,.0f of %,d without an answer".formatted(own.get(), clients))
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

  private String inWords(double mute) {
    if (mute == 0) {
      return "nobody";
    }
    return mute < ALL * clients ? "some of them" : "all of them";
  }

  private Optional<Double> count(String quantity, Design design) {
    return seen.samples(quantity, design.id()).map(Point::median);
  }
}
