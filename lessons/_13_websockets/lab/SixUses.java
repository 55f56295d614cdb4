package _13_websockets.lab;

import _13_websockets.Use;
import java.util.List;
import workbook.Chart;
import workbook.Experiment;
import workbook.Findings;
import workbook.Observations;
import workbook.Parameters;
import workbook.Recorder;

/// What polling and pushing take for six uses of web sockets, worked out from one poll and one
/// frame of each length that are measured.
public final class SixUses implements Experiment {
  @Override
  public String id() {
    return "six-uses";
  }

  @Override
  public List<Chart> charts() {
    return List.of(
        new Chart.Bars("How much more polling takes", UsesFindings.FACTOR, false),
        new Chart.Bars("Polled", UsesFindings.POLLED, true),
        new Chart.Bars("Pushed", UsesFindings.PUSHED, true));
  }

  @Override
  public void run(Parameters with, Recorder record) throws Exception {
    var poll = WireCost.poll();
    for (var use : Use.values()) {
      var polled = use.polled(poll);
      var pushed = use.pushed(WireCost.frame(use.length));
      record.sample(UsesFindings.POLLED, "bytes/s", use.says, polled);
      record.sample(UsesFindings.PUSHED, "bytes/s", use.says, pushed);
      record.sample(UsesFindings.FACTOR, "times", use.says, polled / pushed);
      record.progress(use.ordinal() + 1, Use.values().length);
    }
    record.fact("bytes of a poll that brings nothing", "%.0f".formatted(poll));
  }

  @Override
  public Findings findings(Parameters with, Observations seen) {
    return UsesFindings.of(seen);
  }
}
