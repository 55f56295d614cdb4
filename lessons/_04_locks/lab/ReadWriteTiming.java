package _04_locks.lab;

import static workbook.Outcome.Expectation.ACCEPTABLE;
import static workbook.Outcome.Expectation.FORBIDDEN;

import _04_locks.GuardedNumbers;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.LongAdder;
import workbook.Chart;
import workbook.Experiment;
import workbook.Findings;
import workbook.Observations;
import workbook.Parameter;
import workbook.Parameters;
import workbook.Recorder;
import workbook.RunPlan;

/// Threads that mostly read, under a plain lock and under a read-write lock.
public final class ReadWriteTiming implements Experiment {
  @Override
  public String id() {
    return "read-write";
  }

  @Override
  public List<Parameter> parameters() {
    return List.of(
        new Parameter.Count("threads", 4, 2, 64, "threads at most"),
        new Parameter.Count("writes", 1, 0, 1_000, "per 1,000 uses"),
        new Parameter.Count("time", 30, 1, 5_000, "ms for each measurement"));
  }

  @Override
  public RunPlan plan() {
    return RunPlan.timed(2, 7);
  }

  @Override
  public List<Chart> charts() {
    return List.of(
        new Chart.Lines("Reads and writes", ReadWriteFindings.SPEED, "threads", true, true));
  }

  @Override
  public void run(Parameters with, Recorder record) throws Exception {
    for (var length : ReadWriteFindings.LENGTHS) {
      for (var threads = 1; threads <= with.count("threads"); threads *= 2) {
        var one = GuardedNumbers.withOneLock(length);
        measure(ReadWriteFindings.oneLock(length), one, threads, with, record);
        var pair = GuardedNumbers.withReadWriteLock(length);
        measure(ReadWriteFindings.readWriteLock(length), pair, threads, with, record);
      }
    }
  }

  private static void measure(
      String series, GuardedNumbers numbers, int threads, Parameters with, Recorder record)
      throws Exception {
    var user = new NumbersUser(numbers, with.count("writes"), new LongAdder());
    var all = Stretch.of(with.count("time"), Collections.nCopies(threads, user));
    var uses = all.rounds() * NumbersUser.TIMES;
    var torn = user.torn().sum();
    var perSecond = all.perSecond() * NumbersUser.TIMES;
    record.sample(ReadWriteFindings.SPEED, "per s", series, threads, perSecond);
    record.sample(ReadWriteFindings.CORES, "cores", series, threads, all.cores());
    record.outcome(ReadWriteFindings.WHOLE, ACCEPTABLE, uses - torn, "all numbers were equal");
    record.outcome(ReadWriteFindings.TORN, FORBIDDEN, torn, "half a write was seen");
  }

  @Override
  public Findings findings(Parameters with, Observations seen) {
    return ReadWriteFindings.of(seen);
  }
}
