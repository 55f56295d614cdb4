package _10_servers;

import static book.MadeUp.answering;

import book.MadeUp;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import workbook.Findings;
import workbook.Outcome.Expectation;
import workbook.Recorder;

/// What the experiments of lesson 10 could have observed.
public final class ServersMadeUp implements MadeUp.OfLesson {
  @Override
  public Map<String, List<MadeUp>> experiments() {
    var all = new HashMap<>(WorkersMadeUp.experiments());
    all.putAll(inOneProcess());
    return all;
  }

  private static Map<String, List<MadeUp>> inOneProcess() {
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
            answering(Findings.CANNOT_TELL, answers(true, 0, 30_000)),
            answering(Findings.CANNOT_TELL, answers(true, 0, 0)),
            answering(Findings.CANNOT_TELL, record -> {})),
        "waiting-handler",
        List.of(
            answering("about 100", handled(true, 98, 1_500, 9_000)),
            answering("about 1,600", handled(false, 1_500, 1_700, 90)),
            answering("about 10,000", handled(false, 9_000, 1_700, 90)),
            answering(Findings.CANNOT_TELL, handled(true, 3, 20, 60)), // the machine is busy
            answering(Findings.CANNOT_TELL, handled(true, 0, 0, 0)),
            answering(Findings.CANNOT_TELL, record -> {})),
        "computing-handler",
        List.of(
            answering("2.0", handled(true, 1_000, 2_000, 2_000)),
            answering("0.5", handled(false, 2_000, 2_000, 1_000)),
            answering(Findings.CANNOT_TELL, handled(true, 20, 20, 0)),
            answering(
                Findings.CANNOT_TELL,
                record -> {
                  handled(true, 1_000, 2_000, 2_000).accept(record);
                  handled(true, 1_000, 2_000, 8_000).accept(record);
                }),
            answering(Findings.CANNOT_TELL, record -> {})),
        "backpressure",
        List.of(
            answering("it has to wait before it has sent everything", sent(64, 8, 0.03, 64)),
            answering(
                "it sends everything, and the server drops some of it", sent(63, 64, 0.04, 32)),
            answering("it sends everything, and the server keeps it", sent(63, 64, 60, 64)),
            answering(Findings.CANNOT_TELL, record -> {})),
        "many-threads",
        List.of(
            answering("less than twice as long", times(800, 900)),
            answering("two to ten times as long", times(800, 3_000)),
            answering("more than ten times as long", times(800, 9_000)),
            answering(Findings.CANNOT_TELL, times(800, 900, 9_000)),
            answering(Findings.CANNOT_TELL, times(800))),
        "restart",
        List.of(
            answering("it starts", restarted(0, 0, 5)),
            answering("the port is in use if the server closed first", restarted(5, 0, 0)),
            answering("the port is in use if the server closed first", restarted(5, 1, 1)),
            answering("the port is in use, whoever closed first", restarted(5, 5, 0)),
            answering(Findings.CANNOT_TELL, restarted(2, 5, 0))));
  }

  /// @param many answers a second of the designs with a thread for each client
  private static Consumer<Recorder> handled(
      boolean right, double selector, double pool, double many) {
    return record -> {
      for (var design : Design.values()) {
        var answers =
            switch (design) {
              case SELECTOR, SINGLE -> selector;
              case POOL -> pool;
              default -> many;
            };
        var content = design.servedAtOnce(100) - (right ? 0 : 1);
        record.sample("answers a second", "1/s", design.id(), answers);
        record.sample("clients with all their answers", "clients", design.id(), content);
        record.sample("wrong answers", "answers", design.id(), right ? 0 : 1);
      }
    };
  }

  /// @param broken megabytes sent where the queue has no limit, and what came back
  /// @param mended megabytes sent where it has one
  private static Consumer<Recorder> sent(double broken, double mended, double kept, double back) {
    return record -> {
      record.sample("sent before the client reads", "MB", "a queue without a limit", broken);
      record.sample("sent before the client reads", "MB", "a queue with 16 places", mended);
      record.sample("kept in the server's queue", "MB", "a queue with 16 places", kept);
      record.sample("came back in the end", "MB", "a queue without a limit", broken);
      record.sample("came back in the end", "MB", "a queue with 16 places", back);
    };
  }

  private static Consumer<Recorder> times(double ten, double... many) {
    return record -> {
      for (var threads : List.of(1, 10, 100, 1_000)) {
        record.sample("time for all the work", "ms", "threads that compute", threads, ten);
      }
      for (var time : many) {
        record.sample("time for all the work", "ms", "threads that compute", 2_000, time);
      }
    };
  }

  /// @param serverFirst how often of five the port was in use, where neither server has the option
  /// @param both the same where both have it
  private static Consumer<Recorder> restarted(int serverFirst, int clientFirst, int both) {
    return record -> {
      restarted("neither; server closes first", serverFirst, record);
      restarted("neither; client closes first", clientFirst, record);
      restarted("both; server closes first", both, record);
      restarted("both; client closes first", both, record);
    };
  }

  private static void restarted(String group, int inUse, Recorder record) {
    record.outcome(group, "it starts", Expectation.ACCEPTABLE, 5 - inUse, "");
    record.outcome(group, "the port is in use", Expectation.INTERESTING, inUse, "");
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
              case POOL, PROCESS -> pool;
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
