package _01_processes.lab;

import java.io.IOException;
import java.lang.ref.Reference;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import workbook.Chart;
import workbook.Experiment;
import workbook.Findings;
import workbook.Observations;
import workbook.Parameter;
import workbook.Parameters;
import workbook.Recorder;

/// A process looks at itself: its number, memory, stack, open files and threads.
public final class Anatomy implements Experiment {
  @Override
  public String id() {
    return "anatomy";
  }

  @Override
  public List<Parameter> parameters() {
    return List.of(new Parameter.Count("array", 32, 32, 256, "MiB in one array of this process"));
  }

  @Override
  public List<Chart> charts() {
    return List.of(
        new Chart.Bars("Threads of this process, by who counts them", ResourceUsage.THREADS, false),
        new Chart.Bars("Memory of this process", ResourceUsage.MEMORY, true));
  }

  @Override
  public void run(Parameters with, Recorder record) throws IOException, InterruptedException {
    var self = ProcessHandle.current();
    record.fact("process", Long.toString(self.pid()));
    self.parent().ifPresent(parent -> record.fact("its parent", Long.toString(parent.pid())));
    self.info().command().ifPresent(program -> record.fact("program", program));
    self.info().user().ifPresent(owner -> record.fact("owner", owner));
    var frames = StackWalker.getInstance().walk(Stream::count);
    record.fact("calls on this thread's stack", frames.toString());
    record.fact("calls until the stack is full", "%,d".formatted(descend(0)));
    ProcSelf.openFiles(record);
    memory(with.count("array"), record);
    ResourceUsage.count(record);
    Ps.list(record, self.pid());
  }

  /// Calls itself until there is no stack left, and returns how deep it got.
  private static int descend(int depth) {
    try {
      return descend(depth + 1);
    } catch (StackOverflowError full) {
      return depth;
    }
  }

  private static void memory(int mib, Recorder record) throws IOException {
    var array = new byte[mib << 20];
    Arrays.fill(array, (byte) 1);
    ResourceUsage.measure(record);
    Reference.reachabilityFence(array); // until here nobody may throw the array away
  }

  @Override
  public Findings findings(Parameters with, Observations seen) {
    return ResourceUsage.findings(with.count("array"), seen);
  }
}
