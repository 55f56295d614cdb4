package _04_locks.lab;

import _04_locks.TwoLocks;
import java.util.List;
import java.util.stream.Stream;
import workbook.Await;
import workbook.Chart;
import workbook.Experiment;
import workbook.Findings;
import workbook.Observations;
import workbook.Parameter;
import workbook.Parameters;
import workbook.Recorder;

/// Two threads take two locks, first in two orders, then in one. Who waits for whom?
public final class DeadlockByOrder implements Experiment {
  @Override
  public String id() {
    return "deadlock-by-order";
  }

  @Override
  public List<Parameter> parameters() {
    return List.of(
        new Parameter.Choice("threads", "platform", "virtual"),
        new Parameter.Count("watch", 300, 0, 5_000, "ms before thread two is interrupted"));
  }

  @Override
  public List<Chart> charts() {
    return List.of(new Chart.Timeline("Who waits, and who has both locks"));
  }

  @Override
  public void run(Parameters with, Recorder record) throws Exception {
    var crossed = new TwoLocks(2);
    var one = LockTaker.of(thread(with, "one"), crossed, crossed.a, crossed.b);
    var two = LockTaker.of(thread(with, "two"), crossed, crossed.b, crossed.a);
    try {
      var ended = one.taking();
      Await.until("both wait", () -> one.sleeps() && two.sleeps() || ended.isDone());
      var from = record.now();
      Thread.sleep(with.count("watch")); // Java has time to do something about it
      note("one", one.state(), from, record);
      note("two", two.state(), from, record);
      var found = Stream.of(one.thread(), two.thread()).filter(Deadlock::includes).count();
      record.fact(DeadlockFindings.FOUND, Long.toString(found));
      var interrupted = record.now();
      two.thread().interrupt(); // gives up, and gives B back
      note("two, interrupted", two.end(), interrupted, record);
      note("one, after that", one.end(), interrupted, record);
    } finally {
      one.thread().interrupt();
      two.thread().interrupt();
    }
    var ordered = new TwoLocks(0);
    var began = record.now();
    var three = LockTaker.of(thread(with, "three"), ordered, ordered.a, ordered.b);
    var four = LockTaker.of(thread(with, "four"), ordered, ordered.a, ordered.b);
    note("three, A before B", three.end(), began, record);
    note("four, A before B", four.end(), began, record);
  }

  private static void note(String who, String state, long from, Recorder record) {
    record.fact(who, state);
    record.span(who.split(",")[0], state, from, record.now());
  }

  private static Thread.Builder thread(Parameters with, String name) {
    var virtual = with.choice("threads").equals("virtual");
    return (virtual ? Thread.ofVirtual() : Thread.ofPlatform()).name(name);
  }

  @Override
  public Findings findings(Parameters with, Observations seen) {
    return DeadlockFindings.of(with, seen);
  }
}
