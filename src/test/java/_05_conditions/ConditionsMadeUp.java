package _05_conditions;

import static book.MadeUp.answering;
import static workbook.Findings.CANNOT_TELL;
import static workbook.Outcome.Expectation.ACCEPTABLE;

import book.MadeUp;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import workbook.Recorder;

/// What runs of lesson 05 could have observed.
public final class ConditionsMadeUp implements MadeUp.OfLesson {
  private static final long MILLIS = 1_000_000;

  @Override
  public Map<String, List<MadeUp>> experiments() {
    return Map.of(
        "bounded-queue", boundedQueue(),
        "queue-and-poison-pills", poisonPills(),
        "garbled-line", garbledLine(),
        "if-or-while", ifOrWhile(),
        "signal-or-signalall", signalOrSignalAll(),
        "wait-notify", waitNotify(),
        "capacity-sweep", capacity(),
        "stress-or-explore", stress());
  }

  private static List<MadeUp> boundedQueue() {
    return List.of(
        answering("the producer", record -> queue(90, 5, 5, record)),
        answering("the workers", record -> queue(5, 90, 6, record)),
        answering("both about equally", record -> queue(60, 60, 5, record)),
        answering(CANNOT_TELL, record -> queue(1, 1, 5, record)),
        answering(
            "the producer",
            record -> {
              queue(90, 5, 5, record);
              record.outcome("", "lost", ACCEPTABLE, 1, "");
            }));
  }

  /// @param takes milliseconds of each of two workers
  private static void queue(long puts, long takes, int most, Recorder record) {
    record.span("producer", "in put()", 0, puts * MILLIS);
    record.span("worker 1", "in take()", 0, takes * MILLIS);
    record.span("worker 2", "in take()", 0, takes * MILLIS);
    record.sample("items in the queue", "items", "queue", 1, 0);
    record.sample("items in the queue", "items", "queue", 2, most);
    record.outcome("", "worked on once", ACCEPTABLE, 50, "");
  }

  private static List<MadeUp> poisonPills() {
    return List.of(
        answering("one worker ends, one waits for ever", record -> pills(2, 1, 0, record)),
        answering("both workers end", record -> pills(1, 2, 0, record)),
        answering("the remaining items are lost", record -> pills(2, 2, 3, record)),
        answering(CANNOT_TELL, _ -> {}));
  }

  /// @param ofTwo workers that ended of two pills
  /// @param ofOne workers that ended of one pill
  private static void pills(int ofTwo, int ofOne, int lost, Recorder record) {
    record.outcome("two pills", "workers that ended", ACCEPTABLE, ofTwo, "");
    record.outcome("two pills", "still waiting", ACCEPTABLE, 2 - ofTwo, "");
    record.outcome("one pill", "workers that ended", ACCEPTABLE, ofOne, "");
    record.outcome("one pill", "still waiting", ACCEPTABLE, 2 - ofOne, "");
    record.outcome("one pill: items", "worked on once", ACCEPTABLE, 50 - lost, "");
    record.outcome("one pill: items", "lost", ACCEPTABLE, lost, "");
  }

  private static List<MadeUp> garbledLine() {
    var first = "process data: 1 0";
    var second = "process data: 2 1";
    var garbled = "process data:process data: 1 0";
    return List.of(
        answering(garbled, record -> lines(garbled, second, record)),
        answering(first, record -> lines(first, garbled, record)),
        answering(second, record -> lines(second, first, record)),
        answering(CANNOT_TELL, _ -> {}));
  }

  private static void lines(String ofThreeWrites, String ofOne, Recorder record) {
    record.outcome("three writes", ofThreeWrites, ACCEPTABLE, 20, "");
    record.outcome("one write", ofOne, ACCEPTABLE, 20, "");
  }

  private static List<MadeUp> ifOrWhile() {
    return List.of(
        answering(
            "it takes from the empty queue and fails", record -> guests("fails", "fails", record)),
        answering(
            "it waits for the next dish",
            record -> guests("gets the cake", "gets the cake", record)),
        answering("it gets the soup", record -> guests("gets the soup", "gets the soup", record)),
        answering(CANNOT_TELL, _ -> {}));
  }

  private static void guests(String withIf, String withWhile, Recorder record) {
    record.outcome("if", withIf, ACCEPTABLE, 20, "");
    record.outcome("while", withWhile, ACCEPTABLE, 20, "");
  }

  private static List<MadeUp> signalOrSignalAll() {
    var all = List.of("first guest", "second guest", "cook");
    return List.of(
        answering(
            "one guest gets a plate; the other and the cook wait for ever",
            record -> {
              bell("signal()", List.of("first guest"), record);
              bell("signalAll()", all, record);
            }),
        answering(
            "both guests get a plate",
            record -> {
              bell("signal()", all, record);
              bell("signalAll()", List.of("first guest"), record);
            }),
        answering("nobody gets anything", record -> bell("signal()", List.of(), record)),
        answering(CANNOT_TELL, _ -> {}));
  }

  private static void bell(String how, List<String> served, Recorder record) {
    for (var name : List.of("first guest", "second guest", "cook")) {
      var done = served.contains(name);
      record.outcome(how + ": " + name, "gets on", ACCEPTABLE, done ? 1 : 0, "");
      record.outcome(how + ": " + name, "waits for ever", ACCEPTABLE, done ? 0 : 1, "");
    }
  }

  private static List<MadeUp> waitNotify() {
    return List.of(
        answering("45", record -> wakeUps(45, 0, "worked on once", record)),
        answering("9", record -> wakeUps(9, 3, "worked on twice", record)),
        answering("3", record -> wakeUps(3, 0, "worked on once", record), "threads=3"),
        answering(CANNOT_TELL, _ -> {}));
  }

  private static void wakeUps(int old, int signalled, String items, Recorder record) {
    record.sample("wake-ups for nothing", "times", "wait, notifyAll", old);
    record.sample("wake-ups for nothing", "times", "await, signal", signalled);
    record.outcome("wait, notifyAll", items, ACCEPTABLE, 10, "");
  }

  private static List<MadeUp> capacity() {
    return List.of(
        answering("more than ten times", record -> speeds(100, 5_000, 0, record)),
        answering("a few times", record -> speeds(100, 500, 3, record)),
        answering("hardly at all", record -> speeds(5_000, 100, 0, record)),
        answering(CANNOT_TELL, record -> speeds(100, 101, 0, record)),
        answering(CANNOT_TELL, _ -> {}));
  }

  private static void speeds(double slow, double fast, int lost, Recorder record) {
    IntStream.rangeClosed(-2, 2)
        .forEach(
            noise -> {
              speed(1, slow * (1 + noise / 100.0), 1.2, record);
              speed(1_024, fast * (1 + noise / 100.0), 0.01, record);
            });
    record.outcome("in order", ACCEPTABLE, 10_000 - lost, "");
    record.outcome("lost", ACCEPTABLE, lost, "");
  }

  private static void speed(int places, double perSecond, double waits, Recorder record) {
    record.sample("items passed on", "per s", "one puts, one takes", places, perSecond);
    record.sample("waits for each item", "waits", "one puts, one takes", places, waits);
  }

  private static List<MadeUp> stress() {
    return List.of(
        answering("none of them", record -> runs(0, 7, "holds in all schedules", record)),
        answering("fewer than 1 in 1,000", record -> runs(28, 0, "fails within 66", record)),
        answering("1 in 1,000 to 1 in 10", record -> runs(5_000, 0, "fails within 66", record)),
        answering("more than 1 in 10", record -> runs(50_000, 0, "fails within 66", record)));
  }

  private static void runs(int broken, int mended, String explored, Recorder record) {
    record.outcome("broken", "good", ACCEPTABLE, 100_000 - broken, "");
    record.outcome("broken", "failed", ACCEPTABLE, broken, "");
    record.outcome("mended", "good", ACCEPTABLE, 100_000 - mended, "");
    record.outcome("mended", "failed", ACCEPTABLE, mended, "");
    record.fact("the explorer on the broken one", explored);
    record.fact("the explorer on the mended one", mended > 0 ? "fails" : "holds");
  }
}
