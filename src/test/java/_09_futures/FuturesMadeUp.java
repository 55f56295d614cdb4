package _09_futures;

import static book.MadeUp.answering;
import static workbook.Findings.CANNOT_TELL;
import static workbook.Outcome.Expectation.ACCEPTABLE;

import book.MadeUp;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import workbook.Recorder;

/// What the experiments of lesson 09 could have observed.
public final class FuturesMadeUp implements MadeUp.OfLesson {
  @Override
  public Map<String, List<MadeUp>> experiments() {
    return Map.ofEntries(
        Map.entry(
            "swallowed-exception",
            List.of(
                answering(NOTHING, programs(TRACE, NOTHING, FAILED, NOTHING, "1")),
                answering(TRACE, programs(NOTHING, TRACE, NOTHING, FAILED, "7")),
                answering(FAILED, programs(NOTHING, FAILED, TRACE, FAILED, "7")),
                answering(CANNOT_TELL, record -> {}))),
        Map.entry(
            "pool-and-future",
            List.of(
                answering("submit()", main(160, 1, 20, 1, 3, "wrong")),
                answering("isDone()", main(1, 160, 20, 1, 0, "right")),
                answering("get()", main(16, 14, 160, 1, 0, "right")),
                answering("shutdown()", main(1, 1, 20, 160, 0, "right")),
                answering(CANNOT_TELL, main(40, 40, 40, 40, 0, "right")),
                answering(CANNOT_TELL, main(400, 1, 161, 1, 0, "right")),
                answering(CANNOT_TELL, record -> {}))),
        Map.entry(
            "as-completed",
            List.of(
                answering("when the slowest task is done", results(300, "1 2 3", "2 3 1")),
                answering("when the quickest task is done", results(101, "2 3 1", "2 2 1")),
                answering("when the quickest task is done", results(21, "1 2 3", "2"), "pause=20"),
                answering(CANNOT_TELL, results(200, "1 2 3", "2 3 1")),
                answering(
                    "when the times of all three have passed", results(603, "1 2 3", "2 3 1")),
                answering(CANNOT_TELL, results(900, "1 2 3", "2 3 1")),
                answering(CANNOT_TELL, record -> {}))),
        Map.entry(
            "cancellation",
            List.of(
                answering(GOES_ON, cancelled(GOES_ON, AT_ONCE, GOES_ON, "CANCELLED", true)),
                answering(SOON, cancelled(SOON, SOON, SOON, "RUNNING", false)),
                answering(AT_ONCE, cancelled(AT_ONCE, GOES_ON, AT_ONCE, "CANCELLED", true)),
                answering(CANNOT_TELL, record -> {}))),
        Map.entry(
            "where-stages-run",
            List.of(
                answering(TASK, stages(TASK, CALLER, COMMON, TASK)),
                answering(CALLER, stages(TASK, CALLER, COMMON, TASK), "attached=afterwards"),
                answering(CALLER, stages(CALLER, TASK, CALLER, COMMON)),
                answering(COMMON, stages(COMMON, COMMON, TASK, CALLER)),
                answering(CANNOT_TELL, record -> {}))),
        Map.entry(
            "failing-stage",
            List.of(
                answering(
                    "exceptionally and the two after it",
                    chain("exceptionally, second thenApply, handle", GOOD, "result -10", WRAPPED)),
                answering(
                    "all four",
                    chain(
                        "thenApply, exceptionally, second thenApply, handle",
                        "thenApply, exceptionally, second thenApply, handle",
                        "failure",
                        "null")),
                answering("only exceptionally", chain("exceptionally", "", "", "")),
                answering("none", chain("", "", "", "")),
                answering(CANNOT_TELL, chain("handle", GOOD, "result -10", WRAPPED)),
                answering(CANNOT_TELL, record -> {}))),
        Map.entry(
            "invoke-all-or-any",
            List.of(
                answering(
                    "a future for each task",
                    invoked("FAILED, CANCELLED, SUCCESS", "an answer", "true")),
                answering("an exception", invoked("an exception", "a failure", "false")),
                answering("the one answer", invoked("SUCCESS", "an answer", "true")),
                answering(CANNOT_TELL, record -> {}))),
        Map.entry(
            "pool-starvation",
            List.of(
                answering("neither", nested(0, 2, "2 at work, 2 in the queue", 2)),
                answering("both", nested(2, 0, "0 at work, 0 in the queue", 1)),
                answering("only one of them", nested(1, 1, "1 at work, 1 in the queue", 0)),
                answering(CANNOT_TELL, record -> {}))),
        Map.entry(
            "run-blocking-elsewhere",
            List.of(
                answering("it stops ticking", ticks(0, 20, 12_345)),
                answering("it ticks more slowly", ticks(5, 0, 12_345)),
                answering("it ticks on, every 20 ms", ticks(19, 20, 999)),
                answering("it ticks more slowly", ticks(20, 20, 999), "delay=1000"),
                answering(CANNOT_TELL, record -> {}))),
        Map.entry(
            "work-stealing",
            List.of(
                answering("nearly twice as fast", shared(100, 52, 1.9, 0)),
                answering(
                    "about equally fast, because it's the same work", shared(100, 98, 1.9, 0)),
                answering("slower, because stealing costs time", shared(100, 150, 1.9, 1)),
                answering(CANNOT_TELL, shared(100, 75, 1.9, 0)),
                answering(CANNOT_TELL, shared(100, 100, 1, 0)),
                answering(CANNOT_TELL, record -> {}))),
        Map.entry(
            "common-pool",
            List.of(
                answering("about as slow as a sequential one", streams(100, 52, 101, 1, "a")),
                answering("as fast as before", streams(100, 52, 53, 2, "b")),
                answering("it waits until the worker is free", streams(100, 52, 9_000, 1, "a")),
                answering(CANNOT_TELL, streams(100, 100, 101, 1, "a")),
                answering(CANNOT_TELL, record -> {}))),
        Map.entry(
            "scoped-value",
            List.of(
                answering("Ann", users("Ann", "Ann", "nobody")),
                answering("nobody", users("nobody", "nobody", "Ann")),
                answering("null", users("null", "Ann", "nobody")),
                answering(CANNOT_TELL, record -> {}))));
  }

  private static final String TRACE = "a stack trace, exit code 0";
  private static final String FAILED = "a stack trace, exit code 1";
  private static final String NOTHING = "nothing, exit code 0";

  private static final String AT_ONCE = "it stops at once";
  private static final String SOON = "it stops a moment later";
  private static final String GOES_ON = "it goes on with the task";

  private static final String CALLER = "the thread that attaches it";
  private static final String TASK = "the thread that did the task";
  private static final String COMMON = "a thread of the common pool";

  private static final String GOOD = "thenApply, second thenApply, handle";
  private static final String WRAPPED = "CompletionException of NumberFormatException";

  private static Consumer<Recorder> programs(
      String execute, String submit, String get, String silent, String saves) {
    return record -> {
      record.fact("execute", execute);
      record.fact("submit", submit);
      record.fact("submit and get", get);
      record.fact("submit with a handler", silent);
      record.fact("every 10 ms", silent);
      record.fact("times it saved, every 10 ms", saves);
    };
  }

  private static Consumer<Recorder> main(
      int submit, int isDone, int get, int shutdown, int early, String results) {
    return record -> {
      var time = "time that main spends in it";
      record.sample(time, "ms", "submit()", submit);
      record.sample(time, "ms", "isDone()", isDone);
      record.sample(time, "ms", "get()", get);
      record.sample(time, "ms", "shutdown()", shutdown);
      record.sample("futures done when all are submitted", "futures", "all", early);
      record.fact("the results, in the order of the numbers", results);
    };
  }

  private static Consumer<Recorder> results(double first, String inOrder, String completed) {
    return record -> {
      record.sample("time until the first result", "ms", "Java, in order", first);
      record.outcome("Java, in order", inOrder, ACCEPTABLE, 5, "");
      record.outcome("Python, as completed", completed, ACCEPTABLE, 5, "");
    };
  }

  private static Consumer<Recorder> cancelled(
      String neverLooks, String looks, String others, String state, boolean clean) {
    var ways =
        Map.of(
            "never looks, cancel(true)", neverLooks,
            "looks, cancel(true)", looks,
            "looks, cancel(false)", others,
            "looks, CompletableFuture", others);
    return record ->
        ways.forEach(
            (way, ending) -> {
              record.outcome(way, ending, ACCEPTABLE, 1, "");
              record.fact(way, "cancel true, state " + state);
              record.fact(way + ": next task", clean ? "not interrupted" : "interrupted");
            });
  }

  private static Consumer<Recorder> stages(
      String before, String after, String async, String asyncInPool) {
    return record -> {
      record.fact("thenApply, attached before the task was done", before);
      record.fact("thenApply, attached afterwards", after);
      record.fact("thenApplyAsync", async);
      record.fact("thenApplyAsync with the pool", asyncInPool);
    };
  }

  private static Consumer<Recorder> chain(String failed, String good, String result, String given) {
    return record -> {
      record.fact("stages that ran after a failure", failed);
      record.fact("stages that ran after a success", good.isEmpty() ? "none" : good);
      record.fact("result after a failure", result.isEmpty() ? "none" : result);
      record.fact("exceptionally was given", given.isEmpty() ? "none" : given);
    };
  }

  private static Consumer<Recorder> invoked(String all, String any, String interrupted) {
    return record -> {
      record.fact("invokeAll gives", all);
      record.fact("invokeAny gives", any);
      record.fact("invokeAll gives, the endless task was interrupted", interrupted);
      record.fact("invokeAny gives, the endless task was interrupted", "true");
    };
  }

  private static Consumer<Recorder> nested(int done, int stuck, String queue, int mended) {
    return record -> {
      record.outcome("each waits", "done", ACCEPTABLE, done, "");
      record.outcome("each waits", "stuck", ACCEPTABLE, stuck, "");
      record.fact("each waits", queue);
      record.outcome("nobody waits", "done", ACCEPTABLE, mended, "");
      record.outcome("nobody waits", "stuck", ACCEPTABLE, 2 - mended, "");
    };
  }

  private static Consumer<Recorder> ticks(int here, int elsewhere, int bytes) {
    return record -> {
      record.sample("ticks while the page was loaded", "ticks", "Java, here", here);
      record.sample("ticks while the page was loaded", "ticks", "Python, elsewhere", elsewhere);
      record.sample("bytes that arrived", "bytes", "Java, here", bytes);
      record.fact("bytes of the page", "12345");
    };
  }

  private static Consumer<Recorder> shared(
      double halves, double stealing, double cores, int different) {
    return record -> {
      noise().forEach(each -> record.sample(WORK, "ms", "a half each", halves * each));
      noise().forEach(each -> record.sample(WORK, "ms", "work stealing", stealing * each));
      record.sample("cores at work, on average", "cores", "work stealing", cores);
      record.sample("sums that differ", "sums", "both", different);
    };
  }

  private static final String WORK = "time for all the work";
  private static final String SUM = "time for the sum";

  private static Consumer<Recorder> streams(
      double alone, double free, double blocked, int threads, String sum) {
    return record -> {
      noise().forEach(each -> record.sample(SUM, "ms", "sequential stream", alone * each));
      noise().forEach(each -> record.sample(SUM, "ms", "parallel stream", free * each));
      var workersBlocked = "parallel stream, workers blocked";
      noise().forEach(each -> record.sample(SUM, "ms", workersBlocked, blocked * each));
      record.sample("threads that computed", "threads", workersBlocked, threads);
      record.fact("sum, sequential stream", "a");
      record.fact("sum, parallel stream", sum);
    };
  }

  private static List<Double> noise() {
    return IntStream.rangeClosed(-2, 2).mapToObj(each -> 1 + each / 100.0).toList();
  }

  private static Consumer<Recorder> users(String local, String first, String second) {
    return record -> {
      record.fact("ThreadLocal, second request", local);
      record.fact("ScopedValue, first request", first);
      record.fact("ScopedValue, second request", second);
    };
  }
}
