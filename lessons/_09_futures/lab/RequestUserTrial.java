package _09_futures.lab;

import _09_futures.RequestUser;
import java.util.List;
import java.util.concurrent.ExecutionException;
import workbook.Chart;
import workbook.Experiment;
import workbook.Findings;
import workbook.Observations;
import workbook.Parameters;
import workbook.Recorder;

/// Two requests on the same worker. Which user does the second one see?
public final class RequestUserTrial implements Experiment {
  private static final String FIRST = ", first request";
  private static final String SECOND = ", second request";

  @Override
  public String id() {
    return "scoped-value";
  }

  @Override
  public List<Chart> charts() {
    return List.of();
  }

  @Override
  public void run(Parameters with, Recorder record)
      throws InterruptedException, ExecutionException {
    record("ThreadLocal", new RequestUser.Broken(), record);
    record("ScopedValue", new RequestUser.Mended(), record);
  }

  private static void record(String way, RequestUser program, Recorder record)
      throws InterruptedException, ExecutionException {
    var seen = program.twoRequests();
    record.fact(way + FIRST, String.valueOf(seen.first()));
    record.fact(way + SECOND, String.valueOf(seen.second()));
  }

  @Override
  public Findings findings(Parameters with, Observations seen) {
    var scoped = seen.fact("ScopedValue" + FIRST).orElse("(not run)");
    var afterwards = seen.fact("ScopedValue" + SECOND).orElse("(not run)");
    return seen.fact("ThreadLocal" + SECOND)
        .map(Findings::answer)
        .orElse(Findings.cannotTell("The requests did not run. Run it again."))
        .claim("Inside its scope, a ScopedValue has its value.", scoped.equals("Ann"), scoped)
        .claim("After the scope, it has none.", afterwards.equals("nobody"), afterwards);
  }
}
