package _10_servers.lab;

import _10_servers.Design;
import _10_servers.HandlerType;
import _10_servers.ServerThread;
import java.time.Duration;
import java.util.List;
import workbook.Findings;
import workbook.Observations;
import workbook.Recorder;
import workbook.Series.Point;

/// Clients ask one design after the other, as fast as they can, and the handler takes its time.
final class HandlerMeasurement {
  static final List<Design> DESIGNS =
      List.of(
          Design.SINGLE, Design.THREAD, Design.POOL, Design.VIRTUAL, Design.SELECTOR, Design.ASYNC);

  private HandlerMeasurement() {}

  static void run(HandlerType handlers, int connections, Duration time, Recorder record)
      throws Exception {
    for (var design : DESIGNS) {
      var served = design.servedAtOnce(connections);
      try (var server = ServerThread.start(design, handlers);
          var load = new LoadGenerator(server.address(), connections, served)) {
        record.sample(EchoQuantities.ANSWERS, "1/s", design.id(), load.flatOut(time));
        record.sample(EchoQuantities.CONTENT, "clients", design.id(), load.group.answered());
        var wrong = load.group.clients.stream().mapToLong(each -> each.wrongAnswers).sum();
        record.sample(EchoQuantities.WRONG, "answers", design.id(), wrong);
      }
      record.progress(DESIGNS.indexOf(design) + 1, DESIGNS.size());
    }
  }

  static double answers(Design design, Observations seen) {
    return seen.samples(EchoQuantities.ANSWERS, design.id()).map(Point::median).orElse(0.0);
  }

  /// What must hold however busy the machine is.
  static Findings claims(Findings findings, int connections, Observations seen) {
    var all =
        DESIGNS.stream()
            .filter(
                design ->
                    least(EchoQuantities.CONTENT, design, seen) >= served(design, connections))
            .count();
    var right = DESIGNS.stream().filter(design -> worst(design, seen) == 0).count();
    return findings
        .claim(
            "In each design, every client that is served gets all its answers.",
            all == DESIGNS.size(),
            "in %d of %d".formatted(all, DESIGNS.size()))
        .claim(
            "Every answer is what its client had sent.",
            right == DESIGNS.size(),
            "in %d of %d designs".formatted(right, DESIGNS.size()));
  }

  private static int served(Design design, int connections) {
    return design.servedAtOnce(connections);
  }

  private static double least(String quantity, Design design, Observations seen) {
    return seen.samples(quantity, design.id()).map(all -> all.quantile(0)).orElse(-1.0);
  }

  private static double worst(Design design, Observations seen) {
    return seen.samples(EchoQuantities.WRONG, design.id()).map(all -> all.quantile(1)).orElse(1.0);
  }
}
