package _09_futures.lab;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import workbook.Findings;
import workbook.Observations;
import workbook.Outcome.Expectation;
import workbook.Recorder;

/// How many tasks get done when each needs another task of the same pool.
final class StarvationFindings {
  static final String DONE = "done";
  static final String STUCK = "stuck";
  static final String AT_WORK = "%d at work, %d in the queue";

  private StarvationFindings() {}

  /// What each of several tasks runs: it waits until all have come.
  static Runnable meeting(int tasks) {
    var all = new CountDownLatch(tasks);
    return () -> {
      all.countDown();
      try {
        all.await();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    };
  }

  static void record(String way, List<Future<Integer>> futures, Recorder record) {
    var done = futures.stream().filter(Future::isDone).count();
    record.outcome(way, DONE, Expectation.ACCEPTABLE, done, "");
    record.outcome(way, STUCK, Expectation.INTERESTING, futures.size() - done, "for good");
  }

  static Findings of(int workers, Observations seen) {
    var done = seen.count("each waits", DONE);
    var stuck = seen.count("each waits", STUCK);
    var mended = seen.count("nobody waits", DONE);
    var queue = seen.fact("each waits").orElse("nothing seen");
    return answer(done, stuck)
        .claim(
            "Each worker is busy waiting, and the tasks they wait for are in the queue.",
            queue.equals(AT_WORK.formatted(workers, workers)),
            queue)
        .claim(
            "When nobody waits, all tasks get done.",
            mended > 0 && seen.count("nobody waits", STUCK) == 0,
            "%,d got done".formatted(mended));
  }

  private static Findings answer(long done, long stuck) {
    if (done + stuck == 0) {
      return Findings.cannotTell("No task was started. Run it again.");
    }
    if (done == 0) {
      return Findings.answer("neither");
    }
    return Findings.answer(stuck == 0 ? "both" : "only one of them");
  }
}
