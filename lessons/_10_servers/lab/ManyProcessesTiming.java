package _10_servers.lab;

import java.time.Duration;
import java.util.List;
import workbook.Chart;
import workbook.Experiment;
import workbook.Findings;
import workbook.Observations;
import workbook.Parameter;
import workbook.Parameters;
import workbook.Recorder;
import workbook.RunPlan;
import workbook.Series.Point;

/// More and more JVMs that do nothing: how long do they take to start, and how much memory?
public final class ManyProcessesTiming implements Experiment {
  static final String MEMORY = "memory of all of them";
  static final String START = "time until all of them run";
  static final String RESIDENT = "shared pages counted in each";
  static final String PROPORTIONAL = "shared pages divided";
  static final String JVMS = "JVMs";

  @Override
  public String id() {
    return "many-processes";
  }

  @Override
  public List<Parameter> parameters() {
    return List.of(new Parameter.Count("processes", 16, 4, 48, "JVMs, in steps from 1"));
  }

  @Override
  public RunPlan plan() {
    return RunPlan.timed(0, 3).within(Duration.ofMinutes(3));
  }

  @Override
  public List<Chart> charts() {
    return List.of(
        new Chart.Lines("Memory of idle JVMs", MEMORY, JVMS, false, false),
        new Chart.Lines("Time until all of them run", START, JVMS, false, false));
  }

  @Override
  public void run(Parameters with, Recorder record) throws Exception {
    var most = with.count("processes");
    for (var jvms = 1; jvms <= most; jvms = jvms == most ? most + 1 : Math.min(2 * jvms, most)) {
      try (var idle = new IdleProcesses()) {
        var begin = System.nanoTime();
        idle.start(jvms);
        record.sample(START, "ms", JVMS, jvms, (System.nanoTime() - begin) / 1e6);
        for (var memory : ProcessMemory.of(idle.ids()).stream().toList()) {
          record.sample(MEMORY, "MB", RESIDENT, jvms, memory.resident() * 1_024 / 1e6);
          record.sample(MEMORY, "MB", PROPORTIONAL, jvms, memory.proportional() * 1_024 / 1e6);
        }
      }
      record.progress(jvms, most);
    }
  }

  @Override
  public Findings findings(Parameters with, Observations seen) {
    var most = with.count("processes");
    var one = seen.samples(MEMORY, PROPORTIONAL, 1).map(Point::median);
    var all = seen.samples(MEMORY, PROPORTIONAL, most).map(Point::median);
    var whole = seen.samples(MEMORY, RESIDENT, most).map(Point::median);
    if (one.isEmpty() || all.isEmpty() || whole.isEmpty()) {
      return Findings.cannotTell("The memory of processes wasn't measured: only Linux reports it.");
    }
    return Findings.answer("%.0f".formatted((all.get() - one.get()) / (most - 1)))
        .claim(
            "Together they take less memory than the sum of what each seems to take.",
            all.get() < whole.get(),
            "%,.0f MB, and %,.0f MB if shared pages are counted in each"
                .formatted(all.get(), whole.get()));
  }
}
