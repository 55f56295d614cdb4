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
  private static final List<String> DESIGNS =
      List.of(
          "single (serves 1)",
          "thread (serves all)",
          "virtual (serves all)",
          "selector (serves all)");

  @Override
  public Map<String, List<MadeUp>> experiments() {
    return Map.of(
        "long-lived",
        List.of(
            answering("one", served(1, 100, 100)),
            answering("some, a few at a time", served(16, 99, 99)),
            answering("all of them", served(100, 99, 99)),
            answering(Findings.CANNOT_TELL, served(0, 0, 0))),
        "echo",
        List.of(
            answering("3.5", answers(1, 1_000, 0, 20_000, 70_000)),
            answering("0.5", answers(10, 900, 1, 20_000, 10_000)),
            answering(Findings.CANNOT_TELL, answers(1, 1_000, 0, 20_000, 30_000, 200_000)),
            answering(Findings.CANNOT_TELL, record -> {})));
  }

  /// @param single served by one thread, of a hundred clients
  /// @param others served by each of the other designs
  /// @param ended served by each design in the end
  private static Consumer<Recorder> served(int single, int others, int ended) {
    return record -> {
      for (var design : Design.values()) {
        var served = design == Design.SINGLE ? single : others;
        record.sample("clients connected", "clients", design.id(), 100);
        record.sample("clients served while all stay", "clients", design.id(), served);
        record.sample("clients served when others leave", "clients", design.id(), ended);
      }
    };
  }

  private static Consumer<Recorder> answers(
      int single, int others, int wrong, double alone, double... many) {
    return record -> {
      for (var design : DESIGNS) {
        var served = design.equals(DESIGNS.getFirst()) ? single : others;
        record.sample("answers a second", "1/s", design, 1, alone);
        for (var answers : many) {
          record.sample("answers a second", "1/s", design, 1_000, answers);
        }
        record.sample("clients served", "clients", design, 1_000, served);
        record.sample(
            "clients with all their answers", "clients", design, 1_000, wrong == 0 ? served : 0);
        record.sample("wrong answers", "answers", design, 1_000, wrong);
      }
    };
  }
}
