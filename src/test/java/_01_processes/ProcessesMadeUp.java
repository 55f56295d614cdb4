package _01_processes;

import static book.MadeUp.answering;
import static workbook.Findings.CANNOT_TELL;
import static workbook.Outcome.Expectation.ACCEPTABLE;

import book.MadeUp;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import workbook.Recorder;

/// What runs of this lesson could have observed.
public final class ProcessesMadeUp implements MadeUp.OfLesson {
  private static final Consumer<Recorder> NOTHING = _ -> {};

  @Override
  public Map<String, List<MadeUp>> experiments() {
    return Map.of(
        "fork-copies-memory", oneVariable(),
        "inherited-files", inheritedFiles(),
        "pid-and-time", pidAndTime(),
        "fork-and-wait", forkAndWait(),
        "two-talkers", twoTalkers(),
        "process-object", processObject(),
        "full-pipe", chattyChild(),
        "start-up-cost", startUpCost(),
        "anatomy", anatomy());
  }

  private static List<MadeUp> oneVariable() {
    return List.of(
        answering("bar", forked("bar", "child bar", "child baz", "parent bar")),
        answering("baz", forked("baz", "child unset", "child baz", "parent baz")),
        answering("nothing", forked("nothing", "parent ")),
        answering(
            CANNOT_TELL,
            record -> {
              record.outcome("shell", "bar", ACCEPTABLE, 1, "");
              record.outcome("Python", "baz", ACCEPTABLE, 1, "");
              say(record, "new JVM", "memory bar", "argument bar", "environment null");
            }),
        answering(
            CANNOT_TELL,
            record -> say(record, "new JVM", "memory unset", "argument bar", "environment bar")),
        answering(CANNOT_TELL, NOTHING));
  }

  private static List<MadeUp> inheritedFiles() {
    return List.of(
        answering(
            "c",
            forked("c", "parent a", "child b", "parent c")
                .andThen(record -> say(record, "started by Java", "0 -> pipe:[1]", "1 -> x"))),
        answering(
            "b",
            forked("b", "parent a", "child b", "parent b")
                .andThen(record -> say(record, "started by Java", "0 -> /tmp/letters1.txt"))),
        answering("nothing", forked("nothing", "parent a", "child b", "parent")),
        answering(CANNOT_TELL, NOTHING));
  }

  private static Consumer<Recorder> forked(String saw, String... lines) {
    return record -> {
      for (var language : List.of("shell", "Python")) {
        say(record, language, lines);
        record.outcome(language, saw, ACCEPTABLE, 1, "");
      }
    };
  }

  private static List<MadeUp> pidAndTime() {
    return List.of(
        answering("hardly any of the time", loop(1_500, 20, "7 12:00", "7 12:01")),
        answering("about half of the time", loop(1_500, 700, "7 12:00", "8 12:01")),
        answering(
            "all the time",
            loop(1_500, 1_490, "7 12:00")
                .andThen(record -> record.fact("after its last line the loop", "has ended"))),
        answering(CANNOT_TELL, loop(5, 0, "7 12:00", "7 12:00")),
        answering(CANNOT_TELL, NOTHING));
  }

  private static Consumer<Recorder> loop(double passed, double used, String... lines) {
    return record -> {
      say(record, "loop 7", lines);
      record.sample("from the first line to the last", "ms", "time that passed", passed);
      record.sample("from the first line to the last", "ms", "processor time", used);
      record.fact("after its last line the loop", "goes on");
    };
  }

  private static List<MadeUp> forkAndWait() {
    return List.of(
        answering("none: it's still inside one call", waits(0, "= 2"), "lines=2"),
        answering("one for each line", waits(2, "= 2"), "lines=2"),
        answering("hundreds: it keeps asking", waits(500, "= 99"), "lines=2"),
        answering(
            CANNOT_TELL,
            record -> {
              say(record, "parent 1", "forks", "waits", "goes on");
              say(record, "child 2", "line 1 of 2");
              say(record, "ps", "PID PPID", "2 77 S");
            }),
        answering(
            CANNOT_TELL,
            record -> {
              say(record, "parent 1", "forks", "waits", "goes on");
              say(record, "child 2", "line 1 of 2");
              say(record, "strace, child 2", "write(1, ...) = 1");
              say(record, "strace, parent 1", "wait4(-1, 0) = 2");
            }),
        answering(CANNOT_TELL, NOTHING));
  }

  private static Consumer<Recorder> waits(int asks, String returned) {
    return record -> {
      say(record, "parent 1", "forks", "waits");
      say(record, "child 2", "line 1 of 2", "line 2 of 2");
      say(record, "parent 1", "goes on");
      say(record, "ps", "  PID  PPID STAT", "    1     9 S", "    2     1 S");
      say(record, "strace, parent 1", "clone() = 2", "wait4(-1, <unfinished ...>");
      say(record, "strace, child 2", "write(1, \"line 1 of 2\") = 11");
      for (var ask = 0; ask < asks; ask++) {
        say(record, "strace, parent 1", "wait4(-1, 0, WNOHANG) = 0");
      }
      say(record, "strace, child 2", "write(1, \"line 2 of 2\") = 11");
      say(record, "strace, parent 1", "<... wait4 resumed>[{WIFEXITED(s)}], 0, NULL) " + returned);
    };
  }

  private static List<MadeUp> twoTalkers() {
    return List.of(
        answering(
            "1077", talks(1_077, "line 1 of 2", "line 2 of 2", "parent 1"), "lines=2", "pause=400"),
        answering(
            "1600", talks(1_600, "line 2 of 2", "line 1 of 2", "child 2"), "lines=2", "pause=400"),
        answering(CANNOT_TELL, talks(9_000, "line 2 of 2", "", "child 2"), "lines=2", "pause=400"),
        answering(CANNOT_TELL, NOTHING));
  }

  private static Consumer<Recorder> talks(double ms, String first, String second, String last) {
    return record -> {
      say(record, "parent 1", first, second);
      say(record, "child 2", first, second);
      say(record, last, "goes on");
      record.sample("from the first word to the last", "ms", "both", ms);
    };
  }

  private static List<MadeUp> processObject() {
    return List.of(
        answering("it returns 1", ends("it returns 1", "it returns 3", "it returns 137")),
        answering("it returns 0", ends("it returns 0", "it returns 0", "it returns 0")),
        answering(
            "it throws the same exception",
            ends("it throws the same exception", "it returns 3", "it returns 0")),
        answering(
            "it waits for ever",
            record -> {
              say(record, "a greeting", "hello Mike");
              record.outcome("throws", "it waits for ever", ACCEPTABLE, 1, "");
            }));
  }

  private static Consumer<Recorder> ends(String thrown, String exits, String killed) {
    return record -> {
      say(record, "a greeting", "hello Bob", "hello Mike");
      record.outcome("returns", "it returns 0", ACCEPTABLE, 1, "");
      record.outcome("exits", exits, ACCEPTABLE, 1, "");
      record.outcome("throws", thrown, ACCEPTABLE, 1, "");
      record.outcome("is killed", killed, ACCEPTABLE, 1, "");
    };
  }

  private static List<MadeUp> chattyChild() {
    return List.of(
        answering("each waits for the other", pipe(false, 65_536, 65_536, 2_097_152)),
        answering("the parent reads everything", pipe(true, 0, 0, 2_097_152)),
        answering("the parent reads a part; the rest is lost", pipe(true, 0, 0, 65_536)),
        answering(CANNOT_TELL, pipe(false, 20_000, 40_000, 2_097_152)),
        answering(CANNOT_TELL, NOTHING));
  }

  private static Consumer<Recorder> pipe(boolean ended, int first, int second, int read) {
    return record -> {
      record.outcome("the child ends", ACCEPTABLE, ended ? 1 : 0, "");
      record.outcome("the child doesn't end", ACCEPTABLE, ended ? 0 : 1, "");
      record.sample("bytes in the pipe, nobody reading", "bytes", "first look", first);
      record.sample("bytes in the pipe, nobody reading", "bytes", "100 ms later", second);
      record.sample("bytes that the parent got in the end", "bytes", "waits, then reads", read);
      record.sample("bytes that the parent got in the end", "bytes", "reads, then waits", read);
    };
  }

  private static List<MadeUp> startUpCost() {
    return List.of(
        answering("500", starts(100, 50_000)),
        answering("20", starts(2_000, 40_000)),
        answering(CANNOT_TELL, starts(100, 50_000).andThen(starts(90_000, 60_000))),
        answering(CANNOT_TELL, starts(50_000, 50_000)),
        answering(CANNOT_TELL, NOTHING));
  }

  private static Consumer<Recorder> starts(double thread, double jvm) {
    return record -> {
      record.sample("time from start to end", "us", "platform thread", thread);
      record.sample("time from start to end", "us", "JVM", jvm);
    };
  }

  private static List<MadeUp> anatomy() {
    return List.of(
        answering("20", process(8, 20, 40, 90, 8_000)),
        answering("8", process(8, 8, 1, 9_000, 8_000)),
        answering(CANNOT_TELL, record -> record.sample("threads counted", "", "Java", 8)),
        answering(CANNOT_TELL, NOTHING));
  }

  private static Consumer<Recorder> process(
      int java, int system, int objects, int present, int reserved) {
    return record -> {
      record.sample("threads counted", "", "Java", java);
      record.sample("threads counted", "", "operating system", system);
      record.sample("memory", "MiB", "used by Java objects", objects);
      record.sample("memory", "MiB", "present in RAM", present);
      record.sample("memory", "MiB", "addresses reserved", reserved);
    };
  }

  private static void say(Recorder record, String speaker, String... lines) {
    for (var line : lines) {
      record.said(speaker, line);
    }
  }
}
