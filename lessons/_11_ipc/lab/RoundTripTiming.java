package _11_ipc.lab;

import _11_ipc.MechanismType;
import _11_ipc.ProcessPair;
import _11_ipc.Responder;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import workbook.Chart;
import workbook.Experiment;
import workbook.Findings;
import workbook.Observations;
import workbook.Parameter;
import workbook.Parameters;
import workbook.Recorder;
import workbook.RunPlan;

/// A message goes to the other process and comes back: how long does that take?
public final class RoundTripTiming implements Experiment {
  static final String ROUND_TRIP = "round trip";

  @Override
  public String id() {
    return "round-trip";
  }

  @Override
  public List<Parameter> parameters() {
    return List.of(new Parameter.Count("times", 300, 10, 100_000, "messages of each size"));
  }

  @Override
  public RunPlan plan() {
    return RunPlan.once();
  }

  @Override
  public List<Chart> charts() {
    return List.of(new Chart.Lines("There and back", ROUND_TRIP, "bytes", true, true));
  }

  @Override
  public void run(Parameters with, Recorder record) throws Exception {
    for (var type : MechanismType.values()) {
      try (var pair = ProcessPair.start(type, Responder.Job.ECHO)) {
        for (var size : List.of(1, 1024, 1024 * 1024)) {
          var message = ByteBuffer.allocateDirect(size);
          var answer = ByteBuffer.allocateDirect(size);
          for (var n = 0; n < with.count("times"); n++) {
            var begin = System.nanoTime();
            exchange(pair, message, answer);
            record.sample(ROUND_TRIP, "us", type.id(), size, (System.nanoTime() - begin) / 1e3);
          }
        }
      }
    }
  }

  private static void exchange(ProcessPair pair, ByteBuffer message, ByteBuffer answer)
      throws IOException, InterruptedException {
    pair.endpoint.send(message.rewind());
    pair.endpoint.receive(answer);
  }

  @Override
  public Findings findings(Parameters with, Observations seen) {
    return Findings.NONE;
  }
}
