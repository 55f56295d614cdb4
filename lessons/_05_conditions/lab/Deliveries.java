package _05_conditions.lab;

import static workbook.Outcome.Expectation.ACCEPTABLE;
import static workbook.Outcome.Expectation.FORBIDDEN;

import java.util.Collections;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import workbook.Await;
import workbook.Observations;
import workbook.Recorder;

/// What became of the items 0, 1, 2, … of a run: each should be worked on once.
final class Deliveries {
  static final String ONCE = "worked on once";
  static final String LOST = "lost";
  static final String TWICE = "worked on twice";

  private final Queue<Integer> done = new ConcurrentLinkedQueue<>();
  private final CountDownLatch left;
  private final int items;

  Deliveries(int items) {
    this.items = items;
    this.left = new CountDownLatch(items);
  }

  /// An item was worked on.
  void add(int item) {
    done.add(item);
    left.countDown();
  }

  /// Waits until as many were worked on as there are items, [Await#LIMIT] at most.
  void await() throws InterruptedException {
    var _ =
        left.await(
            Await.LIMIT.toSeconds(), TimeUnit.SECONDS); // what is missing then counts as lost
  }

  /// Records how often each item was worked on.
  ///
  /// @param group as in [workbook.Outcome]
  void record(String group, Recorder record) {
    var times = IntStream.range(0, items).map(item -> Collections.frequency(done, item)).toArray();
    var lost = IntStream.of(times).filter(each -> each == 0).count();
    var once = IntStream.of(times).filter(each -> each == 1).count();
    record.outcome(group, ONCE, ACCEPTABLE, once, "as it should be");
    record.outcome(group, LOST, FORBIDDEN, lost, "nobody took it");
    record.outcome(group, TWICE, FORBIDDEN, items - lost - once, "two workers took it");
  }

  /// Whether each was worked on once, in all groups.
  static boolean allOnce(Observations seen) {
    return seen.count(ONCE) > 0 && seen.count(LOST) == 0 && seen.count(TWICE) == 0;
  }

  static String inWords(Observations seen) {
    return "%,d items once, %,d lost, %,d twice"
        .formatted(seen.count(ONCE), seen.count(LOST), seen.count(TWICE));
  }
}
