package _11_ipc.lab;

import static _11_ipc.lab.RoundTripFindings.ROUND_TRIP;

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

/// A message goes to the other process and comes back: how long does that take?
public final class RoundTripTiming implements Experiment {
  @Override
  public String id() {
    return "round-trip";
  }

  @Override
  public List<Parameter> parameters() {
    return List.of(new Parameter.Count("messages", 600, 20, 100_000, "messages of each length"));
  }

  @Override
  public List<Chart> charts() {
    return List.of(
        new Chart.Lines(
            "How long a message takes, there and back", ROUND_TRIP, "bytes", true, true));
  }

  @Override
  public void run(Parameters with, Recorder record) throws Exception {
    var types = UsableMechanisms.here(record);
    for (var type : types) {
      try (var pair = ProcessPair.start(type, Responder.Job.ECHO)) {
        for (var length : RoundTripFindings.LENGTHS) {
          var times = with.count("messages") / (length > 100_000 ? 10 : 1);
          exchange(pair, type, length, times, record);
        }
      }
      record.progress(types.indexOf(type) + 1, types.size());
    }
  }

  private static void exchange(
      ProcessPair pair, MechanismType type, int length, int times, Recorder record)
      throws IOException, InterruptedException {
    var message = ByteBuffer.allocateDirect(length);
    var answer = ByteBuffer.allocateDirect(length);
    var wrong = 0;
    for (var n = 0; n < times; n++) {
      message.put(0, (byte) n).put(length - 1, (byte) n);
      var begin = System.nanoTime();
      pair.endpoint().send(message.rewind());
      pair.endpoint().receive(answer);
      var end = System.nanoTime();
      wrong += answer.equals(message.rewind()) ? 0 : 1;
      if (2 * n >= times) { // before, the JIT compiler was still at work
        record.sample(ROUND_TRIP, "us", type.id(), length, (end - begin) / 1e3);
      }
    }
    RoundTripFindings.recordEchoes(times - wrong, wrong, record);
  }

  @Override
  public Findings findings(Parameters with, Observations seen) {
    return RoundTripFindings.of(seen);
  }
}
