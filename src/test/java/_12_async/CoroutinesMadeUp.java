package _12_async;

import static book.MadeUp.answering;
import static workbook.Findings.CANNOT_TELL;

import book.MadeUp;
import java.util.List;
import java.util.Map;
import workbook.Recorder;

/// What runs about coroutines, and about what they are compared with, could have observed.
final class CoroutinesMadeUp {
  private static final List<String> WAYS = List.of("processes", "threads", "coroutines");

  private CoroutinesMadeUp() {}

  static Map<String, List<MadeUp>> experiments() {
    return Map.of(
        "generators", generators(),
        "cooperative-or-preemptive", givingWay(),
        "failed-tasks", failedTasks(),
        "gil-and-asyncio", heartbeat(),
        "ways-compared", ways());
  }

  private static void samples(Recorder record, String quantity, String series, double... values) {
    for (var value : values) {
      record.sample(quantity, "", series, value);
    }
  }

  private static List<MadeUp> generators() {
    return List.of(
        answering("less than 10 times as much", record -> items(record, 10, 95)),
        answering(
            "10 to 1,000 times as much",
            record -> {
              items(record, 8, 270);
              record.fact("10, 20 and 60 sent, Java", "[10.0, 15.0, 30.0]");
              record.fact("10, 20 and 60 sent, Python", "[10.0, 15.0, 30.0]");
            }),
        answering(
            "over 1,000 times as much",
            record -> {
              items(record, 1.4, 4_300);
              record.fact("10, 20 and 60 sent, Python", "[10.0, 20.0, 60.0]");
            }),
        answering(CANNOT_TELL, record -> items(record, 10, 80, 80, 120, 120)),
        answering(CANNOT_TELL, record -> items(record, 10)));
  }

  private static void items(Recorder record, double byHand, double... coroutine) {
    samples(record, "time for one item", "iterator by hand", byHand);
    samples(record, "time for one item", "coroutine, called from a virtual thread", coroutine);
  }

  private static List<MadeUp> givingWay() {
    return List.of(
        answering("nothing", record -> done(record, 0, 90)),
        answering("about half of it", record -> done(record, 50, 50)),
        answering("nearly all of it", record -> done(record, 90, 100)),
        answering("nothing", record -> done(record, 0, 75), "pieces=4"),
        answering(CANNOT_TELL, record -> {}));
  }

  private static void done(Recorder record, double noAwait, double await) {
    var done = "done of the second when the first has ended";
    samples(record, done, "loop, no await", noAwait);
    samples(record, done, "loop, await", await);
  }

  private static List<MadeUp> failedTasks() {
    var report = "saving failed unheard: java.lang.IllegalStateException: the disk is full";
    var hears = "main hears: the disk is full";
    return List.of(
        answering(
            "at once, when it fails",
            record -> {
              say(record, "nobody awaits", report, "main goes on", "main has ended");
              say(record, "somebody awaits", "main has ended");
              say(record, "gather", "the other one has ended well", hears);
              say(
                  record,
                  "Python, nobody awaits",
                  "asyncio reports: Task exception was never retrieved",
                  "main goes on");
            }),
        answering(
            "when the loop is closed",
            record -> {
              say(record, "nobody awaits", "main goes on", "main has ended", report);
              say(record, "somebody awaits", hears);
              say(record, "gather", hears, "the other one has ended well");
              say(
                  record,
                  "Python, nobody awaits",
                  "main goes on",
                  "asyncio reports: Task exception was never retrieved");
            }),
        answering(
            "never", record -> say(record, "nobody awaits", "main goes on", "main has ended")),
        answering(CANNOT_TELL, record -> say(record, "nobody awaits", "the task fails")));
  }

  private static void say(Recorder record, String speaker, String... lines) {
    for (var line : lines) {
      record.said(speaker, line);
    }
  }

  private static List<MadeUp> heartbeat() {
    return List.of(
        answering("by less than 1 ms", record -> late(record, 0.2, 0.3, 140)),
        answering("by about 5 ms", record -> late(record, 0.2, 5.3, 140)),
        answering("by 30 ms or more", record -> late(record, 0.2, 40, 20)),
        answering(CANNOT_TELL, record -> late(record, 0.2, 15, 140)), // none of the choices
        answering(CANNOT_TELL, record -> late(record, 4, 8, 140)), // busy
        answering(CANNOT_TELL, record -> record.sample("late", "ms", "alone", 5, 0.2)),
        answering(CANNOT_TELL, record -> record.note("no python3")));
  }

  private static void late(Recorder record, double alone, double thread, double coroutine) {
    record.sample("late", "ms", "alone", 5, alone);
    record.sample("late", "ms", "beside a thread", 5, thread);
    record.sample("late", "ms", "beside a coroutine", 5, coroutine);
  }

  private static List<MadeUp> ways() {
    return List.of(
        answering("less than 1 GiB", record -> memory(record, "2 2 2", 900)),
        answering("1 to 10 GiB", record -> memory(record, "0 2 0", 9_000)),
        answering("more than 10 GiB", record -> memory(record, "0 2 2", 21_000)),
        answering(CANNOT_TELL, record -> memory(record, "0 2 2", 9_000, 9_000, 12_000, 12_000)),
        answering(CANNOT_TELL, record -> memory(record, "0 2 2")));
  }

  private static void memory(Recorder record, String counters, double... kibibytes) {
    samples(record, "memory of a job that waits", "processes", kibibytes);
    var values = counters.split(" ");
    for (var way : WAYS) {
      record.fact("counter, " + way, values[WAYS.indexOf(way)]);
    }
  }
}
