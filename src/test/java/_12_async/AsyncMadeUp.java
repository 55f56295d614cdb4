package _12_async;

import static book.MadeUp.answering;

import book.MadeUp;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import workbook.Findings;
import workbook.Outcome.Expectation;
import workbook.Recorder;

/// What the experiments of lesson 12 could have observed.
public final class AsyncMadeUp implements MadeUp.OfLesson {
  private static final String TOGETHER = "one one one two two two";
  private static final String IN_A_ROW = "one two one two one two";

  @Override
  public Map<String, List<MadeUp>> experiments() {
    var all = new HashMap<>(CoroutinesMadeUp.experiments());
    all.putAll(loops());
    return all;
  }

  private static Map<String, List<MadeUp>> loops() {
    return Map.of(
        "counter-gather", counters(),
        "callback-order", callbacks(),
        "hello-world", greetings(),
        "future", futures(),
        "tasks", tasks(),
        "select", listening(),
        "echo-on-the-loop", echoes(),
        "blocking-the-loop", pauses(),
        "many-sleepers", sleepers());
  }

  private static List<MadeUp> counters() {
    return List.of(
        answering("as long as one", counted(TOGETHER, 1.002, 1.004)),
        answering(Findings.CANNOT_TELL, counted(TOGETHER, 31.0, 1.004)), // stopped for 30 s
        answering("as long as one", counted(TOGETHER, 1.002, 31.0)),
        answering("as long as two", counted("one one two one two two", 2.1, 3.01)),
        answering("as long as all three in a row", counted(IN_A_ROW, 3.0, 3.0), "sleep=block"),
        answering("as long as one", counted("one", 0.5, 1.5), "sleep=block", "pause=500"),
        answering(Findings.CANNOT_TELL, counted("one", 4.0, 1.0)));
  }

  private static Consumer<Recorder> counted(String said, double java, double python) {
    return record -> {
      say("Java", said, record);
      say("Python", TOGETHER, record);
      record.sample("time for all three", "s", "Java", java);
      record.sample("time for all three", "s", "Python", python);
    };
  }

  private static void say(String who, String words, Recorder record) {
    for (var word : words.split(" ")) {
      record.said(who, word);
    }
  }

  private static List<MadeUp> callbacks() {
    return List.of(
        answering("later A B thread C", called("later A B thread C", "A B later thread C")),
        answering("A thread C B later", called("A thread C B later", "A B later thread C")),
        answering("A B thread C later", called("A B thread C later", "A B later thread C")),
        answering("A B later thread C", called("A B later thread C", "A B later thread C")),
        answering(Findings.CANNOT_TELL, called("A B", "A B later thread C")));
  }

  private static Consumer<Recorder> called(String java, String python) {
    return record -> {
      say("Java", java, record);
      say("Python", python, record);
    };
  }

  private static List<MadeUp> greetings() {
    return List.of(
        answering("3 times", greeted(4, 3, 4)),
        answering("4 times", greetedInTurn(4)),
        answering("7 times", greeted(0, 7, 1)),
        answering(Findings.CANNOT_TELL, greeted(0, 0, 0)));
  }

  private static Consumer<Recorder> greetedInTurn(int times) {
    return record -> {
      for (var who : List.of("Java", "Python")) {
        for (var n = 0; n < times; n++) {
          repeat(who, 1, "old form", record);
          repeat(who, 1, "new form", record);
        }
      }
    };
  }

  private static Consumer<Recorder> greeted(int oldForm, int newForm, int python) {
    return record -> {
      repeat("Java", oldForm, "old form", record);
      repeat("Java", newForm, "new form", record);
      repeat("Python", python, "old form", record);
      repeat("Python", python, "new form", record);
    };
  }

  private static void repeat(String who, int times, String words, Recorder record) {
    for (var n = 0; n < times; n++) {
      record.said(who, words);
    }
  }

  private static List<MadeUp> futures() {
    var done = "Future is done!";
    var twice = "Future is done twice!";
    var refusal = "This future is done already: a result is set once.";
    return List.of(
        answering(done, said(List.of(done, refusal), List.of(done, "InvalidStateError x"))),
        answering(twice, said(List.of(twice), List.of(done))),
        answering("an exception", said(List.of("it ended with x"), List.of(twice))),
        answering(Findings.CANNOT_TELL, record -> {}));
  }

  private static Consumer<Recorder> said(List<String> java, List<String> python) {
    return record -> {
      java.forEach(text -> record.said("Java", text));
      python.forEach(text -> record.said("Python", text));
    };
  }

  private static List<MadeUp> tasks() {
    var inTurn = "0 0, 1 0, 0 1, 1 1";
    var oneFirst = "0 0, 0 1, 0 2, 0 3";
    return List.of(
        answering(inTurn, printed("results: [10, 20]", inTurn, inTurn)),
        answering(oneFirst, printed("results: [20, 10]", inTurn, oneFirst)),
        answering("now this, now that", printed("results: [10, 20]", inTurn, inTurn, oneFirst)),
        answering(Findings.CANNOT_TELL, printed("results: [10, 20]", inTurn, "1 0, 0 0")),
        answering(Findings.CANNOT_TELL, record -> {}));
  }

  private static Consumer<Recorder> printed(String results, String python, String... java) {
    return record -> {
      for (var order : java) {
        record.outcome("Java", order, Expectation.ACCEPTABLE, 1, "");
      }
      record.outcome("Python", python, Expectation.ACCEPTABLE, 1, "");
      record.fact("Java", results);
    };
  }

  private static List<MadeUp> listening() {
    return List.of(
        answering("3, 1, 2", heard("3 1 2", "1 2 3", "3 1 2")),
        answering("1, 2, 3", heard("1 2 3", "3 1 2", "1 2 3")),
        answering("only 3", heard("3", "1 2 3", "3 1 2")),
        answering(Findings.CANNOT_TELL, heard("2 3 1", "1 2 3", "3 1 2")));
  }

  private static Consumer<Recorder> heard(String selecting, String inTurn, String python) {
    return record -> {
      say("with a selector", selecting, record);
      say("one after another", inTurn, record);
      say("Python", python, record);
    };
  }

  private static List<MadeUp> echoes() {
    return List.of(
        answering("its echo, at once", echoed(true, true, "hello World!", "Привет, loop!")),
        answering("its echo, once the first has left", echoed(false, true, "x", "x")),
        answering("nothing: the loop has died", echoed(false, false, "x", "x")),
        answering(Findings.CANNOT_TELL, record -> {}));
  }

  private static Consumer<Recorder> echoed(
      boolean meanwhile, boolean end, String python, String java) {
    return record -> {
      record.fact("echo while the others are rude", Boolean.toString(meanwhile));
      record.fact("echo in the end", Boolean.toString(end));
      record.fact("echo on a loop", java);
      record.said("server", "heard ping");
      record.said("Python", "asyncio: heard " + python);
    };
  }

  private static List<MadeUp> pauses() {
    return List.of(
        answering("216", paused("main blocked the loop for 200 ms", 24, 215, 216)),
        answering("22", paused("nothing", 24, 21, 22, 23)),
        answering(Findings.CANNOT_TELL, record -> {}));
  }

  private static Consumer<Recorder> paused(String report, double executor, double... loop) {
    return record -> {
      for (var pause : loop) {
        sample("longest pause between two beats", "ms", "Java, loop", pause, record);
        sample("longest pause between two beats", "ms", "Java, executor", executor, record);
      }
      record.fact("the loop reported", report);
    };
  }

  private static void sample(String what, String unit, String who, double value, Recorder record) {
    record.sample(what, unit, who, value);
  }

  private static List<MadeUp> sleepers() {
    var time = "time until all have slept";
    var loop = "coroutines on the loop";
    return List.of(
        answering("2.1", record -> record.sample(time, "s", loop, 2.1)),
        answering("31.9", record -> record.sample(time, "s", loop, 31.9), "sleepers=100"),
        answering("100.3", record -> record.sample(time, "s", loop, 100.3), "sleepers=100"),
        answering(Findings.CANNOT_TELL, record -> {}));
  }
}
