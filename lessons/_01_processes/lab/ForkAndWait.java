package _01_processes.lab;

import _01_processes.Talker;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import workbook.Chart;
import workbook.Experiment;
import workbook.Findings;
import workbook.Observations;
import workbook.Parameter;
import workbook.Parameters;
import workbook.Recorder;
import workbook.process.PythonScript;

/// A parent forks and waits. What does it ask of the system while its child writes?
public final class ForkAndWait implements Experiment {
  @Override
  public String id() {
    return "fork-and-wait";
  }

  @Override
  public List<Parameter> parameters() {
    return List.of(
        new Parameter.Count("lines", 4, 2, 10, "lines from the child"),
        new Parameter.Count("pause", 250, 1, 2_000, "ms after each line"));
  }

  @Override
  public List<Chart> charts() {
    return List.of(new Chart.Timeline("Parent and child after the fork"));
  }

  @Override
  public void run(Parameters with, Recorder record) throws Exception {
    var script = PythonScript.builder(Talker.class, "fork_and_wait.py");
    if (script.isEmpty()) {
      record.note("The fork was skipped: there is no python3 on this machine.");
      return;
    }
    var command = script.get().command();
    command.addAll(List.of("" + with.count("lines"), "" + with.count("pause")));
    var trace = Files.createTempFile("fork-and-wait", ".strace");
    try {
      var strace = Strace.find(record);
      strace.ifPresent(tool -> script.get().command(Strace.before(command, tool, trace)));
      var said = Talkers.hear(script.get(), record, (now, all) -> look(now, all, record));
      if (strace.isPresent() && said.size() > 2) {
        var child = said.stream().filter(one -> one.isBy("child")).findFirst().orElseThrow();
        Strace.calls(trace, said.getFirst().who(), child.who(), record);
      }
    } finally {
      Files.delete(trace);
    }
  }

  /// Looks at both as soon as the child has come to its second line.
  private static void look(Talkers.Said now, List<Talkers.Said> all, Recorder record)
      throws IOException, InterruptedException {
    if (now.isBy("child") && now.what().startsWith("line 2")) {
      Ps.list(record, all.getFirst().pid(), now.pid());
    }
  }

  @Override
  public Findings findings(Parameters with, Observations seen) {
    var pairs = ParentAndChild.all(seen);
    var findings = WaitingParent.findings(pairs, seen, with.count("lines"));
    return pairs.isEmpty()
        ? findings
        : Ps.claim(findings, pairs, seen)
            .claim(
                "The parent goes on only after the child's last line.",
                pairs.stream().allMatch(ParentAndChild::goesOnLast),
                pairs.getFirst().parent() + ": " + pairs.getFirst().said().getLast().text());
  }
}
