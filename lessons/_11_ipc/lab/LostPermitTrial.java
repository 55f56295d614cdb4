package _11_ipc.lab;

import _11_ipc.PermitHolder;
import _11_ipc.PermitPool;
import _11_ipc.PosixSemaphore;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import workbook.Chart;
import workbook.Experiment;
import workbook.Findings;
import workbook.Observations;
import workbook.Parameters;
import workbook.Recorder;
import workbook.process.JavaProcess;

/// Two processes are killed while each holds a permit. How many permits are left?
public final class LostPermitTrial implements Experiment {
  @Override
  public String id() {
    return "lost-permits";
  }

  @Override
  public List<Chart> charts() {
    return List.of(
        new Chart.Bars("How many get in after two were killed", LostPermits.LEFT, false));
  }

  @Override
  public void run(Parameters with, Recorder record) throws Exception {
    var missing = PosixSemaphore.missing();
    if (missing.isPresent()) {
      record.note(missing.get());
      return;
    }
    try (var folder = PermitHolder.place()) {
      for (var kind : List.of(LostPermits.SEMAPHORE, LostPermits.LOCKS)) {
        killHolders(kind, folder.path(), record);
      }
    }
  }

  private static void killHolders(String kind, Path place, Recorder record)
      throws IOException, InterruptedException {
    var holders = new ArrayList<Process>();
    try {
      while (holders.size() < LostPermits.KILLED) {
        var holder = JavaProcess.builder(PermitHolder.class, kind, place.toString()).start();
        holders.add(holder);
        var says = holder.inputReader(StandardCharsets.UTF_8).readLine();
        record.fact("%s, holder %d".formatted(kind, holders.size()), "" + says);
      }
    } finally {
      for (var holder : holders) {
        holder.destroyForcibly().waitFor();
      }
    }
    record.sample(LostPermits.LEFT, "permits", kind, permitsLeft(kind, place));
  }

  private static int permitsLeft(String kind, Path place) throws IOException {
    try (var pool = PermitHolder.open(kind, place)) {
      var left = 0;
      while (left < PermitPool.PERMITS && pool.tryAcquire()) {
        left++;
      }
      return left;
    }
  }

  @Override
  public Findings findings(Parameters with, Observations seen) {
    return LostPermits.findings(seen);
  }
}
