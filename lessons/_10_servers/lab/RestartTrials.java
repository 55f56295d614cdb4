package _10_servers.lab;

import _10_servers.Restart;
import java.util.List;
import workbook.Chart;
import workbook.Experiment;
import workbook.Findings;
import workbook.Observations;
import workbook.Parameter;
import workbook.Parameters;
import workbook.Recorder;

/// A server ends and starts again at the same port, with and without SO_REUSEADDR.
public final class RestartTrials implements Experiment {
  @Override
  public String id() {
    return "restart";
  }

  @Override
  public List<Parameter> parameters() {
    return List.of(new Parameter.Count("times", 5, 1, 100, "restarts of each kind"));
  }

  @Override
  public List<Chart> charts() {
    return List.of(new Chart.Outcomes("Which server has SO_REUSEADDR, and can the second start?"));
  }

  @Override
  public void run(Parameters with, Recorder record) throws Exception {
    for (var serverFirst : List.of(true, false)) {
      for (var reuse : Reuse.values()) {
        var restart = new Restart(reuse.first, reuse.second, serverFirst);
        for (var n = 0; n < with.count("times"); n++) {
          RestartFindings.record(reuse, serverFirst, restart.succeeds(), record);
        }
      }
    }
  }

  @Override
  public Findings findings(Parameters with, Observations seen) {
    return RestartFindings.of(seen);
  }

  /// Which of the two servers has SO_REUSEADDR.
  enum Reuse {
    NEITHER("neither", false, false),
    FIRST("only the 1st", true, false),
    SECOND("only the 2nd", false, true),
    BOTH("both", true, true);

    final String says;
    private final boolean first;
    private final boolean second;

    Reuse(String says, boolean first, boolean second) {
      this.says = says;
      this.first = first;
      this.second = second;
    }
  }
}
