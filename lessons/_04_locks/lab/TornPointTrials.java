package _04_locks.lab;

import static workbook.Outcome.Expectation.ACCEPTABLE;
import static workbook.Outcome.Expectation.FORBIDDEN;
import static workbook.Outcome.Expectation.INTERESTING;

import _04_locks.TornPoint;
import java.util.List;
import workbook.Chart;
import workbook.Experiment;
import workbook.Findings;
import workbook.Observations;
import workbook.Outcome;
import workbook.Parameter;
import workbook.Parameters;
import workbook.Recorder;

/// One thread moves a point to and fro while another looks at it, as often as they can.
public final class TornPointTrials implements Experiment {
  @Override
  public String id() {
    return "torn-point";
  }

  @Override
  public List<Parameter> parameters() {
    return List.of(new Parameter.Count("time", 300, 1, 5_000, "ms for each point"));
  }

  @Override
  public List<Chart> charts() {
    return List.of(new Chart.Outcomes("Where the reader saw the point"));
  }

  @Override
  public void run(Parameters with, Recorder record) throws Exception {
    look(TornPointFindings.NO_LOCK, new TornPoint.Broken(), INTERESTING, with, record);
    look(TornPointFindings.WRITER, new TornPoint.HalfMended(), INTERESTING, with, record);
    look(TornPointFindings.BOTH, new TornPoint.Mended(), FORBIDDEN, with, record);
  }

  private static void look(
      String how, TornPoint point, Outcome.Expectation torn, Parameters with, Recorder record)
      throws Exception {
    var reader = new PointReader(point);
    Stretch.of(with.count("time"), List.of(() -> goThereAndBack(point), reader));
    record.outcome(how, "whole", ACCEPTABLE, reader.looks - reader.torn, "where the point was");
    record.outcome(how, "torn", torn, reader.torn, "where the point never was");
  }

  private static void goThereAndBack(TornPoint point) {
    point.set(15, 10);
    Thread.yield();
    point.set(10, 20);
    Thread.yield();
  }

  @Override
  public Findings findings(Parameters with, Observations seen) {
    return TornPointFindings.of(seen);
  }
}
