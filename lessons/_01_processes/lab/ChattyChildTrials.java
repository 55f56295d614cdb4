package _01_processes.lab;

import _01_processes.Chatty;
import _01_processes.ChattyChild;
import java.util.List;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import workbook.Await;
import workbook.Chart;
import workbook.Experiment;
import workbook.Findings;
import workbook.Observations;
import workbook.Parameter;
import workbook.Parameters;
import workbook.Recorder;
import workbook.process.JavaProcess;

/// A child prints more than its pipe holds. What becomes of two different parents?
public final class ChattyChildTrials implements Experiment {
  @Override
  public String id() {
    return "full-pipe";
  }

  @Override
  public List<Parameter> parameters() {
    return List.of(
        new Parameter.Count("kib", 2_048, 1, 65_536, "KiB printed by the child"),
        new Parameter.Count("patience", 700, 1, 10_000, "ms to watch the first child"));
  }

  @Override
  public List<Chart> charts() {
    return List.of(new Chart.Timeline("Two parents and their children"));
  }

  @Override
  public void run(Parameters with, Recorder record) throws Exception {
    waitThenRead(with, record);
    readThenWait(with, record);
  }

  private static void waitThenRead(Parameters with, Recorder record) throws Exception {
    var began = record.now();
    var child = JavaProcess.builder(Chatty.class, "" + with.count("kib")).start();
    try {
      var parent = new FutureTask<>(() -> new ChattyChild.Broken().collect(child));
      Thread.startVirtualThread(parent);
      var ended = child.waitFor(with.count("patience"), TimeUnit.MILLISECONDS);
      var looked = record.now();
      PipeRecords.patienceIsOver(ended, child, record);
      var helped = ended ? 0 : child.getInputStream().readAllBytes().length; // this frees both
      var rest = parent.get(Await.LIMIT.toSeconds(), TimeUnit.SECONDS);
      PipeRecords.read(PipeRecords.BROKEN, helped + rest, record);
      record.span("waits first: parent", "waits", began, looked);
      record.span("waits first: parent", "reads", looked, record.now());
      record.span("waits first: child", ended ? "prints" : "can't go on", began, looked);
      record.span("waits first: child", ended ? "is done" : "prints", looked, record.now());
    } finally {
      child.destroyForcibly();
    }
  }

  private static void readThenWait(Parameters with, Recorder record) throws Exception {
    var began = record.now();
    var child = JavaProcess.builder(Chatty.class, "" + with.count("kib")).start();
    try {
      PipeRecords.read(PipeRecords.MENDED, new ChattyChild.Mended().collect(child), record);
      record.span("reads first: parent", "reads", began, record.now());
      record.span("reads first: child", "prints", began, record.now());
    } finally {
      child.destroyForcibly();
    }
  }

  @Override
  public Findings findings(Parameters with, Observations seen) {
    return PipeRecords.findings(with.count("kib"), seen);
  }
}
