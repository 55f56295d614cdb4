package _02_threads;

import static book.MadeUp.answering;

import book.MadeUp;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import workbook.Findings;
import workbook.Outcome.Expectation;
import workbook.Recorder;

/// What the experiments of lesson 02 could have observed.
public final class ThreadsMadeUp implements MadeUp.OfLesson {
  private static final String WALL = "time for both jobs";
  private static final String CPU = "processor time for both jobs";

  @Override
  public Map<String, List<MadeUp>> experiments() {
    return Map.of(
        "hello-threads",
        List.of(
            answering("as started, every time", orders(500, 0, 0)),
            answering("as started often, but not always", orders(300, 200, 0)),
            answering("as started, hardly ever", orders(5, 490, 5))),
        "shared-heap",
        List.of(
            answering("only the apple", baskets("[apple]", "[pear]")),
            answering("only the pear", baskets("[pear]", "[pear]")),
            answering("the apple and the pear", baskets("[apple, pear]", "[apple, pear]")),
            answering("nothing", baskets("[]", "[pear]"))),
        "pool-of-squares",
        List.of(
            answering("first", squares(0, 0, 3)),
            answering("somewhere in between", squares(4, 1, 3)),
            answering("last", squares(9, 0, 4)),
            answering(Findings.CANNOT_TELL, record -> {})),
        "pool-shutdown",
        List.of(
            answering("all four", tasks(4, 0, 0, "refused", 0)),
            answering("only the one at work", tasks(1, 0, 3, "accepted", 0)),
            answering("none", tasks(0, 1, 3, "refused", 1), "by=shutdownNow"),
            answering(Findings.CANNOT_TELL, tasks(2, 0, 2, "refused", 0))),
        "run-and-wait",
        List.of(
            answering("both pairs", pairs(2, 280, 140, 110, 60, 110)),
            answering("both pairs", pairs(2, 280, 140, 126, 75, 119)),
            answering("only the pair that waits", pairs(2, 280, 140, 110, 105, 210)),
            answering("only the pair that computes", pairs(2, 280, 270, 110, 60, 110)),
            answering("neither pair", pairs(2, 230, 230, 110, 110, 220)),
            answering(Findings.CANNOT_TELL, pairs(2, 280, 140, 110, 105, 110)),
            answering(Findings.CANNOT_TELL, record -> {})),
        "run-and-wait-python",
        List.of(
            answering("both pairs", pairs(1, 140, 70, 110, 60, 110)),
            answering("only the pair that waits", pairs(1, 140, 70, 110, 115, 115)),
            answering("only the pair that computes", pairs(1, 140, 140, 110, 60, 110)),
            answering("neither pair", pairs(1, 110, 110, 110, 110, 110)),
            answering(Findings.CANNOT_TELL, pairs(1, 140, 70, 110, 115, 60)),
            answering(Findings.CANNOT_TELL, record -> {})),
        "a-million-sleepers",
        List.of(
            answering("less", memory(0, 40, 20)),
            answering("1 to 10 times as much", memory(0, 40, 160, 170)),
            answering("10 to 100 times as much", memory(3, 40, 1_000)),
            answering("over 100 times as much", memory(0, 10, 2_000)),
            answering(Findings.CANNOT_TELL, memory(0, 40, 300, 500)),
            answering(Findings.CANNOT_TELL, record -> {})),
        "daemon-and-uncaught",
        List.of(
            answering("0", endings("exit code 0 after \"main: the end\"")),
            answering("1", endings("exit code 1 after \"main: the end\"")),
            answering("another one, as after a crash", endings("exit code 134 after nothing")),
            answering(Findings.CANNOT_TELL, endings("it does not end"))));
  }

  private static Consumer<Recorder> orders(int asStarted, int others, int incomplete) {
    return record -> {
      record.outcome("as started", Expectation.ACCEPTABLE, asStarted, "");
      record.outcome("another order", Expectation.ACCEPTABLE, others, "");
      record.outcome("a greeting missing, or heard twice", Expectation.FORBIDDEN, incomplete, "");
    };
  }

  private static Consumer<Recorder> baskets(String parent, String child) {
    return record -> {
      record.fact("the parent's basket at the end", parent);
      record.fact("the child process's basket", child);
    };
  }

  private static Consumer<Recorder> squares(int earlier, int missing, int atWork) {
    return record -> {
      record.sample("results that arrived before 0²", "results", "0²", earlier);
      record.sample("squares missing or wrong", "numbers", "all", missing);
      record.sample("numbers at work at once, at most", "numbers", "all", atWork);
    };
  }

  private static Consumer<Recorder> tasks(
      int done, int interrupted, int never, String late, int before) {
    return record -> {
      record.outcome("done", Expectation.ACCEPTABLE, done, "");
      record.outcome("interrupted at work", Expectation.ACCEPTABLE, interrupted, "");
      record.outcome("never begun", Expectation.ACCEPTABLE, never, "");
      record.fact("a task submitted after the shutdown", late);
      record.sample("futures done before the shutdown", "futures", "all", before);
    };
  }

  /// Milliseconds: a pair that waits, by one thread and by two; a pair that computes, likewise, and
  /// the processor time of its two threads.
  private static Consumer<Recorder> pairs(
      int cores,
      double wait,
      double waitByTwo,
      double compute,
      double computeByTwo,
      double cpuOfTwo) {
    return record -> {
      record.sample("threads that can compute at once", "threads", "both", cores);
      pair("wait, one thread", wait, 30, record);
      pair("wait, two threads", waitByTwo, 30, record);
      pair("compute, one thread", compute, compute, record);
      pair("compute, two threads", computeByTwo, cpuOfTwo, record);
      record.fact("steps counted: compute, one thread", "1,000");
      record.fact("steps counted: compute, two threads", wait < 240 ? "999" : "1,000");
    };
  }

  private static void pair(String series, double wall, double cpu, Recorder record) {
    record.sample(WALL, "ms", series, wall);
    record.sample(CPU, "ms", series, cpu);
  }

  private static Consumer<Recorder> memory(int lost, double platform, double... virtual) {
    return record -> {
      record.sample("memory for all", "MiB", "platform", platform);
      for (var mebibytes : virtual) {
        record.sample("memory for all", "MiB", "virtual", mebibytes);
      }
      for (var kind : List.of("platform", "virtual")) {
        record.sample("threads that slept", "threads", kind, 1_000);
        record.sample("threads that slept and did not end", "threads", kind, lost);
      }
    };
  }

  /// Programs that end as the lesson says, or all as the one whose worker throws.
  private static Consumer<Recorder> endings(String workerThrows) {
    var asTheLessonSays = workerThrows.startsWith("exit code 0");
    var ends =
        Map.of(
            "user thread", "exit code 0 after \"worker: work saved\"",
            "daemon", "exit code 0 after \"main: the end\"",
            "handler is told", "exit code 2 after nothing",
            "main throws", "exit code 1 after \"worker: work saved\"",
            "main asks",
                "exit code 1 after \"Caused by: java.lang.IllegalStateException: the disk is"
                    + " full\"");
    return record -> {
      record.fact("worker throws", workerThrows);
      ends.forEach(
          (program, how) -> record.fact(program, asTheLessonSays ? how : "it does not end"));
    };
  }
}
