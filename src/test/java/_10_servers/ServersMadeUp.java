package _10_servers;

import static book.MadeUp.answering;

import book.MadeUp;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import workbook.Findings;
import workbook.Recorder;

/// What the experiments of lesson 10 could have observed.
public final class ServersMadeUp implements MadeUp.OfLesson {
  @Override
  public Map<String, List<MadeUp>> experiments() {
    return Map.of(
        "long-lived",
        List.of(
            answering("16", served(1, 16, 100, 100)),
            answering("one", served(2, 1, 99, 99)),
            answering("all of them", served(100, 100, 99, 99)),
            answering(Findings.CANNOT_TELL, served(0, 7, 0, 0))),
        "echo",
        List.of(
            answering("3.5", answers(true, 20_000, 70_000)),
            answering("0.5", answers(false, 20_000, 10_000)),
            answering(Findings.CANNOT_TELL, answers(true, 20_000, 30_000, 200_000)),
            answering(Findings.CANNOT_TELL, record -> {})));
  }

  /// @param single served by one thread, of a hundred clients
  /// @param pool served by the pool
  /// @param others served by each of the other designs
  /// @param ended served by each design in the end
  private static Consumer<Recorder> served(int single, int pool, int others, int ended) {
    return record -> {
      for (var design : Design.values()) {
        var served =
            switch (design) {
              case SINGLE -> single;
              case POOL -> pool;
              default -> others;
            };
        record.sample("clients connected", "clients", design.id(), 100);
        record.sample("clients served while all stay", "clients", design.id(), served);
        record.sample("clients served when others leave", "clients", design.id(), ended);
      }
    };
  }

  private static Consumer<Recorder> answers(boolean right, double alone, double... many) {
    return record -> {
      for (var design : Design.values()) {
        var expected = design.servedAtOnce(1_000);
        var served = right ? expected : expected - 1;
        var name = design.id() + " (serves " + (expected == 1_000 ? "all" : expected) + ")";
        record.sample("answers a second", "1/s", name, 1, alone);
        for (var answers : many) {
          record.sample("answers a second", "1/s", name, 1_000, answers);
        }
        record.sample("clients served", "clients", name, 1_000, served);
        record.sample("clients with all their answers", "clients", name, 1_000, served);
        record.sample("wrong answers", "answers", name, 1_000, right ? 0 : 1);
      }
    };
  }
}
