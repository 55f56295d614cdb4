package _03_races.lab;

import _03_races.LostUpdate;
import java.util.List;
import workbook.Chart;
import workbook.Experiment;
import workbook.Findings;
import workbook.Observations;
import workbook.Parameter;
import workbook.Parameters;
import workbook.Recorder;
import workbook.Series.Point;
import workbook.process.PythonScript;

/// Runs the Python program `gil_twin.py`, and reports how many updates each of its loops lost.
public final class GilTwinRun implements Experiment {
  private static final String LOST = "lost updates";
  private static final List<String> UNGUARDED =
      List.of("count += 1", "count += int(1)", "read, sleep(0), write");
  private static final List<String> LOSING =
      List.of("none of them", "only the last", "the last two", "all three");
  private static final String LOCKED = "with lock: count += int(1)";

  @Override
  public String id() {
    return "gil-twin";
  }

  @Override
  public List<Parameter> parameters() {
    return List.of(
        new Parameter.Count("threads", 5, 1, 64, "threads"),
        new Parameter.Count("increments", 300_000, 100, 1_000_000, "increments per thread"));
  }

  @Override
  public List<Chart> charts() {
    return List.of(new Chart.Bars("Updates lost in Python", LOST, false));
  }

  @Override
  public void run(Parameters with, Recorder record) throws Exception {
    var threads = Integer.toString(with.count("threads"));
    var increments = Integer.toString(with.count("increments"));
    var printed = PythonScript.run(LostUpdate.class, "gil_twin.py", record, threads, increments);
    printed.stream().limit(1).forEach(version -> record.fact("interpreter", version));
    for (var line : printed.stream().skip(1).toList()) {
      var cells = line.split("\t");
      var asked = Long.parseLong(cells[1]);
      var counted = Long.parseLong(cells[2]);
      record.sample(LOST, "%", cells[0], 100.0 * (asked - counted) / asked);
      record.said(cells[0], "asked for %,d, counted %,d".formatted(asked, counted));
    }
  }

  @Override
  public Findings findings(Parameters with, Observations seen) {
    if (seen.of(LOST).isEmpty()) {
      return Findings.cannotTell("Python did not run: see the notes, and install Python 3.");
    }
    var guarded = seen.samples(LOST, LOCKED).map(Point::median).orElse(Double.NaN);
    return answer(UNGUARDED.stream().filter(loop -> loses(loop, seen)).toList())
        .claim(
            "With a lock of your own, Python loses nothing.",
            guarded == 0,
            "%.1f %% lost".formatted(guarded));
  }

  private static Findings answer(List<String> losing) {
    var last = UNGUARDED.subList(UNGUARDED.size() - losing.size(), UNGUARDED.size());
    return losing.equals(last)
        ? Findings.answer(LOSING.get(losing.size()))
        : Findings.cannotTell("Which loops lost was a matter of luck: try more increments.");
  }

  private static boolean loses(String loop, Observations seen) {
    return seen.samples(LOST, loop).filter(point -> point.median() > 0).isPresent();
  }
}
