package _10_servers;

import static org.junit.jupiter.api.Assertions.assertEquals;

import _10_servers.lab.ConnectionCostTiming;
import _10_servers.lab.FrozenWorkerTrial;
import _10_servers.lab.WaitingHandlerTiming;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import workbook.Claim;
import workbook.Experiment;
import workbook.Findings;
import workbook.Parameters;
import workbook.Recorder;
import workbook.run.Observed;

/// What servers on a busy machine observe refutes nothing. What is observed where a server does not
/// do what its design says does.
@Tag("fast")
class BusyServersTest {
  @Test
  void fewAnswersOfHandlersThatWaitSayNothing() {
    var several = "With a thread for each connection, several handlers wait at a time.";
    assertEquals(List.of(), refuted(new WaitingHandlerTiming(), waiting(3, 20, 60)));
    assertEquals(List.of(), refuted(new WaitingHandlerTiming(), waiting(97, 60, 101)));
    assertEquals(List.of(several), refuted(new WaitingHandlerTiming(), waiting(97, 60, 95)));
  }

  /// @param threads answers a second with a thread for each connection, in several repeats
  private static Consumer<Recorder> waiting(double selector, double... threads) {
    return record -> {
      for (var design : Design.values()) {
        var answers = design == Design.THREAD ? threads : new double[] {selector};
        for (var each : answers) {
          record.sample("answers a second", "1/s", design.id(), each);
        }
        record.sample("clients with all their answers", "clients", design.id(), 100);
        record.sample("wrong answers", "answers", design.id(), 0);
      }
    };
  }

  @Test
  void oneQuickAnswerShowsThatAWorkerWasThere() {
    var longer = "A client waits longer for a new process than for one that was started before.";
    assertEquals(List.of(), refuted(new ConnectionCostTiming(), costs(0.4, 5_000, 6_000)));
    assertEquals(List.of(longer), refuted(new ConnectionCostTiming(), costs(50, 60, 70)));
  }

  /// @param prefork ms until the answer of a worker that was there
  private static Consumer<Recorder> costs(double... prefork) {
    return record -> {
      for (var time : prefork) {
        record.sample("time to the first answer", "ms", "prefork", time);
      }
      record.sample("time to the first answer", "ms", "thread", 30);
      record.sample("time to the first answer", "ms", "process", 20);
    };
  }

  @Test
  void whoWaitsForABusyWorkerDoesNotWaitForTheFrozenOne() {
    assertEquals(List.of(), refuted(new FrozenWorkerTrial(), frozen(90, 30)));
    assertEquals(
        List.of("With a socket for each worker, those in the frozen worker's queue are not."),
        refuted(new FrozenWorkerTrial(), frozen(90, 90)));
  }

  /// @param mute clients without an answer
  /// @param queued how many of them the frozen worker answers once it goes on
  private static Consumer<Recorder> frozen(int mute, int queued) {
    return record -> {
      record.sample("clients without an answer", "clients", "prefork", 0);
      record.sample("clients without an answer", "clients", "reuseport", mute);
      record.sample("those in the queue of the frozen worker", "clients", "reuseport", queued);
      record.sample("clients answered in the end", "clients", "prefork", 90);
      record.sample("clients answered in the end", "clients", "reuseport", 90);
    };
  }

  private static List<String> refuted(Experiment experiment, Consumer<Recorder> seen) {
    Findings findings =
        experiment.findings(Parameters.defaults(experiment.parameters()), Observed.of(seen));
    return findings.claims().stream().filter(claim -> !claim.held()).map(Claim::says).toList();
  }
}
