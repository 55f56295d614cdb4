package _12_async.lab;

import _12_async.Coroutine;
import java.util.List;
import workbook.Chart;
import workbook.Experiment;
import workbook.Findings;
import workbook.Observations;
import workbook.Parameter;
import workbook.Parameters;
import workbook.Recorder;
import workbook.process.PythonScript;

/// A heartbeat on asyncio's event loop: who beside it makes it late?
public final class AsyncioHeartbeat implements Experiment {
  @Override
  public String id() {
    return "gil-and-asyncio";
  }

  @Override
  public List<Parameter> parameters() {
    return List.of(new Parameter.Count("beats", 20, 1, 50, "beats for each switch interval"));
  }

  @Override
  public List<Chart> charts() {
    return List.of(
        new Chart.Lines(
            "How late the heartbeat is",
            HeartbeatFindings.LATE,
            "switch interval (ms)",
            false,
            true));
  }

  @Override
  public void run(Parameters with, Recorder record) throws Exception {
    var beats = Integer.toString(with.count("beats"));
    var lines = PythonScript.run(Coroutine.class, "heartbeat.py", record, beats, "5", "20");
    for (var line : lines) {
      var cells = line.split("\t");
      if (cells.length == 1) {
        record.fact("interpreter", line);
      } else {
        var interval = Double.parseDouble(cells[1]);
        var late = Double.parseDouble(cells[2]);
        record.sample(HeartbeatFindings.LATE, "ms", cells[0], interval, late);
      }
    }
  }

  @Override
  public Findings findings(Parameters with, Observations seen) {
    return HeartbeatFindings.of(seen);
  }
}
