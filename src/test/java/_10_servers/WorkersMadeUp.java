package _10_servers;

import static book.MadeUp.answering;

import book.MadeUp;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import workbook.Findings;
import workbook.Recorder;

/// What the experiments with servers of several processes could have observed.
final class WorkersMadeUp {
  private static final List<String> DESIGNS = List.of("prefork", "reuseport");

  private WorkersMadeUp() {}

  static Map<String, List<MadeUp>> experiments() {
    return Map.of(
        "connection-cost",
        List.of(
            answering("100", costs(0.5, 0.4, 100, 50, 50)),
            answering("20", costs(2.5, 60, 20_000, 50, 50)),
            answering(Findings.CANNOT_TELL, costs(50, 1, 100, 40, 60)),
            answering(Findings.CANNOT_TELL, record -> {})),
        "accept-fairness",
        List.of(
            answering("evenly, a third each", spread(100, 100, 100)),
            answering("unevenly, as chance has it", spread(80, 120, 99)),
            answering("one of them gets nearly all", spread(280, 20, 0)),
            answering(Findings.CANNOT_TELL, record -> {})),
        "frozen-worker",
        List.of(
            answering("some of them", frozen(0, 30, 30, 90)),
            answering("nobody", frozen(0, 0, 0, 89)),
            answering("all of them", frozen(2, 90, 90, 90)),
            answering(Findings.CANNOT_TELL, frozen(0, 90, 30, 90)), // the machine is busy
            answering(Findings.CANNOT_TELL, record -> {})),
        "many-processes",
        List.of(
            answering("20", memory(40, 340, 700)),
            answering("40", memory(40, 640, 600)),
            answering(Findings.CANNOT_TELL, record -> {})));
  }

  /// @param thread ms until the first answer, and so on
  private static Consumer<Recorder> costs(
      double thread, double prefork, double threadMemory, double... process) {
    return record -> {
      record.sample("time to the first answer", "ms", "thread", thread);
      record.sample("time to the first answer", "ms", "prefork", prefork);
      for (var time : process) {
        record.sample("time to the first answer", "ms", "process", time);
      }
      record.sample("memory of a connection", "KiB", "thread", threadMemory);
      record.sample("memory of a connection", "KiB", "process", 15_000);
    };
  }

  private static Consumer<Recorder> spread(int... clients) {
    return record -> {
      for (var design : DESIGNS) {
        for (var worker = 0; worker < clients.length; worker++) {
          var name = "%s, worker %d".formatted(design, worker + 1);
          record.sample("clients of a worker", "clients", name, clients[worker]);
        }
      }
    };
  }

  /// @param shared how many have no answer, and so on
  /// @param queued how many of them the frozen worker answers once it goes on
  /// @param ended how many have an answer in the end
  private static Consumer<Recorder> frozen(int shared, int own, int queued, int ended) {
    return record -> {
      record.sample("clients without an answer", "clients", "prefork", shared);
      record.sample("clients without an answer", "clients", "reuseport", own);
      record.sample("those in the queue of the frozen worker", "clients", "reuseport", queued);
      for (var design : DESIGNS) {
        record.sample("clients answered in the end", "clients", design, ended);
      }
    };
  }

  private static Consumer<Recorder> memory(double one, double all, double whole) {
    return record -> {
      record.sample("memory of all of them", "MB", "shared pages divided", 1, one);
      record.sample("memory of all of them", "MB", "shared pages divided", 16, all);
      record.sample("memory of all of them", "MB", "shared pages counted in each", 16, whole);
    };
  }
}
