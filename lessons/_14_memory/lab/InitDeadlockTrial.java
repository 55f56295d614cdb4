package _14_memory.lab;

import java.util.List;
import workbook.Chart;
import workbook.Experiment;
import workbook.Findings;
import workbook.Observations;
import workbook.Parameter;
import workbook.Parameters;
import workbook.Recorder;
import workbook.process.CompletedProcess;
import workbook.process.JavaProcess;

/// Two threads use one class each, and the two classes initialise each other: what comes of it?
public final class InitDeadlockTrial implements Experiment {
  static final String LEFT = "left";
  static final String RIGHT = "right";
  static final String WAITS = "waits";
  static final String THROUGH = "got through";
  static final String THROWS = "throws ";

  @Override
  public String id() {
    return "class-initialisation";
  }

  @Override
  public List<Parameter> parameters() {
    return List.of(new Parameter.Count("watch", 1_000, 0, 60_000, "ms to watch each thread"));
  }

  @Override
  public List<Chart> charts() {
    return List.of();
  }

  @Override
  public void run(Parameters with, Recorder record) throws Exception {
    var watch = Integer.toString(with.count("watch"));
    var ended = CompletedProcess.of(JavaProcess.builder(InitDeadlockJvm.class, watch));
    for (var line : ended.lines()) {
      var parts = line.split("\t", 2);
      if (parts.length == 2) {
        record.fact(parts[0], parts[1]);
      } else {
        record.note(line);
      }
    }
  }

  @Override
  public Findings findings(Parameters with, Observations seen) {
    var left = seen.fact(LEFT).orElse("never began");
    var right = seen.fact(RIGHT).orElse("never began");
    return answer(left, right)
        .claim(
            "Neither of the two gets through.",
            left.equals(WAITS) && right.equals(WAITS),
            "left: %s; right: %s".formatted(left, right));
  }

  private static Findings answer(String left, String right) {
    if (left.startsWith(THROWS) || right.startsWith(THROWS)) {
      return Findings.answer("it throws an exception in one of them");
    }
    if (left.equals(WAITS) && right.equals(WAITS)) {
      return Findings.answer("nothing: both go on waiting");
    }
    return left.equals(THROUGH) || right.equals(THROUGH)
        ? Findings.answer("it lets one of them see the other class half initialised")
        : Findings.cannotTell("The second JVM ended too early. Run it again.");
  }
}
