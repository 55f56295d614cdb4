package _11_ipc.lab;

import _11_ipc.ProcessPair;
import _11_ipc.Responder;
import java.util.List;
import workbook.Chart;
import workbook.Experiment;
import workbook.Findings;
import workbook.Observations;
import workbook.Parameter;
import workbook.Parameters;
import workbook.Recorder;

/// Many long messages go to the other process: how many bytes arrive in a second, and do they
/// arrive whole?
public final class ThroughputTiming implements Experiment {
  private static final int ROUNDS = 5;

  @Override
  public String id() {
    return "throughput";
  }

  @Override
  public List<Parameter> parameters() {
    return List.of(new Parameter.Count("messages", 20, 1, 1_000, "messages of 1 MiB, five times"));
  }

  @Override
  public List<Chart> charts() {
    return List.of(
        new Chart.Bars("How much arrives in a second", ThroughputFindings.THROUGHPUT, true));
  }

  @Override
  public void run(Parameters with, Recorder record) throws Exception {
    var types = UsableMechanisms.here(record);
    for (var type : types) {
      try (var pair = ProcessPair.start(type, Responder.Job.CHECKSUM)) {
        Transfer.of(1, pair.endpoint()); // the JIT compiler has seen it all once
        for (var round = 0; round < ROUNDS; round++) {
          var sent = Transfer.of(with.count("messages"), pair.endpoint());
          record.sample(ThroughputFindings.THROUGHPUT, "MB/s", type.id(), sent.speed());
          ThroughputFindings.recordChecksum(sent.isWhole(), record);
        }
      }
      record.progress(types.indexOf(type) + 1, types.size());
    }
  }

  @Override
  public Findings findings(Parameters with, Observations seen) {
    return ThroughputFindings.of(seen);
  }
}
