package _11_ipc.lab;

import _11_ipc.LockHolder;
import _11_ipc.ProcessLock;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import workbook.Chart;
import workbook.Experiment;
import workbook.Findings;
import workbook.Observations;
import workbook.Parameter;
import workbook.Parameters;
import workbook.Recorder;
import workbook.process.JavaProcess;

/// A process holds a lock and is killed. What happens to the next?
public final class LockHolderTrial implements Experiment {
  @Override
  public String id() {
    return "dead-holder";
  }

  @Override
  public List<Parameter> parameters() {
    return List.of(new Parameter.Count("patience", 500, 1, 10_000, "ms to try, with each lock"));
  }

  @Override
  public List<Chart> charts() {
    return List.of(new Chart.Timeline("The holder is killed, and the next one tries"));
  }

  @Override
  public void run(Parameters with, Recorder record) throws Exception {
    var patience = with.count("patience");
    for (var lock : List.of(new ProcessLock.ByKernel(), new ProcessLock.ByFile())) {
      var file = Files.createTempDirectory("workbook-lock-").resolve("lock");
      try {
        killHolder(lock, file, patience, record);
      } finally {
        Files.deleteIfExists(file);
        Files.delete(file.getParent());
      }
    }
  }

  private static void killHolder(ProcessLock lock, Path file, int patience, Recorder record)
      throws IOException, InterruptedException {
    var name = lock.getClass().getSimpleName();
    var holder = JavaProcess.builder(LockHolder.class, name, file.toString()).start();
    try {
      var began = record.now();
      var says = holder.inputReader(StandardCharsets.UTF_8).readLine();
      var locked = record.now();
      record.fact(name + LockHolderFindings.HOLDER, "" + says);
      record.fact(name + LockHolderFindings.ALIVE, LockAttempt.of(lock, file, 0).says());
      holder.destroyForcibly().waitFor();
      var dead = record.now();
      record.fact(name + LockHolderFindings.DEAD, LockAttempt.of(lock, file, patience).says());
      record.span(name + ": holder", "starts", began, locked);
      record.span(name + ": holder", "holds the lock", locked, dead);
      record.span(name + ": next", "tries", locked, record.now());
    } finally {
      holder.destroyForcibly();
    }
  }

  @Override
  public Findings findings(Parameters with, Observations seen) {
    return LockHolderFindings.of(seen);
  }
}
