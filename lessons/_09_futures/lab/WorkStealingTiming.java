package _09_futures.lab;

import _09_futures.UnevenWork;
import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.concurrent.Callable;
import workbook.Chart;
import workbook.Experiment;
import workbook.Findings;
import workbook.Observations;
import workbook.Parameter;
import workbook.Parameters;
import workbook.Recorder;
import workbook.RunPlan;

/// All the work is in the second half. Two workers get a half each, or steal from each other.
public final class WorkStealingTiming implements Experiment {
  private static final OperatingSystemMXBean SYSTEM =
      ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

  @Override
  public String id() {
    return "work-stealing";
  }

  @Override
  public List<Parameter> parameters() {
    return List.of(
        new Parameter.Count("pieces", 256, 2, 100_000, "pieces of work"),
        new Parameter.Count("rounds", 500_000, 1, 10_000_000, "rounds of computing in a piece"));
  }

  @Override
  public RunPlan plan() {
    return RunPlan.timed(2, 9);
  }

  @Override
  public List<Chart> charts() {
    return List.of(new Chart.Bars("Until all the work is done", WorkStealingFindings.TIME, false));
  }

  @Override
  public void run(Parameters with, Recorder record) throws Exception {
    var work = new UnevenWork(with.count("pieces"), with.count("rounds"));
    var halves = measure(WorkStealingFindings.HALVES, work::inHalves, record);
    var stolen = measure(WorkStealingFindings.STEALING, work::byStealing, record);
    record.sample(WorkStealingFindings.DIFFERENT, "sums", "both", halves == stolen ? 0 : 1);
  }

  private static long measure(String way, Callable<Long> work, Recorder record) throws Exception {
    var cpu = SYSTEM.getProcessCpuTime();
    var began = System.nanoTime();
    var sum = work.call();
    var nanos = System.nanoTime() - began;
    record.sample(WorkStealingFindings.TIME, "ms", way, nanos / 1e6);
    var busy = (double) (SYSTEM.getProcessCpuTime() - cpu) / nanos;
    record.sample(WorkStealingFindings.CORES, "cores", way, busy);
    return sum;
  }

  @Override
  public Findings findings(Parameters with, Observations seen) {
    return WorkStealingFindings.of(seen);
  }
}
