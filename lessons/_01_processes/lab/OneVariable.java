package _01_processes.lab;

import static workbook.Outcome.Expectation.ACCEPTABLE;
import static workbook.Outcome.Expectation.FORBIDDEN;

import _01_processes.NewProgram;
import java.io.IOException;
import java.util.List;
import workbook.Chart;
import workbook.Experiment;
import workbook.Findings;
import workbook.Observations;
import workbook.Parameters;
import workbook.Recorder;
import workbook.process.CompletedProcess;
import workbook.process.JavaProcess;

/// A forked child sets `foo`, and so does the parent of a new program. Who sees it?
public final class OneVariable implements Experiment {
  private static final String NEW_JVM = "new JVM";
  private static final ForkingScript SCRIPT =
      new ForkingScript(
          "one_variable",
          List.of(
              new ForkingScript.Choice("bar", ACCEPTABLE, "the parent has its own foo"),
              new ForkingScript.Choice("baz", FORBIDDEN, "parent and child share foo"),
              new ForkingScript.Choice("nothing", FORBIDDEN, "foo has moved to the child")));

  @Override
  public String id() {
    return "fork-copies-memory";
  }

  @Override
  public List<Chart> charts() {
    return List.of(new Chart.Outcomes("What the parent prints after its child has ended"));
  }

  @Override
  public void run(Parameters with, Recorder record) throws IOException, InterruptedException {
    SCRIPT.run(record);

    NewProgram.foo = "bar"; // in this JVM only
    var child = JavaProcess.builder(NewProgram.class, "bar");
    child.environment().put("FOO", "bar");
    CompletedProcess.of(child).lines().forEach(line -> record.said(NEW_JVM, line));
  }

  @Override
  public Findings findings(Parameters with, Observations seen) {
    var findings = SCRIPT.answer(seen);
    for (var language : ForkingScript.LANGUAGES) {
      var said = String.join(", ", Readings.said(seen, language));
      if (said.isEmpty()) {
        continue;
      }
      findings =
          findings
              .claim(
                  "A forked child begins with a copy of its parent's memory (" + language + ").",
                  said.matches("(child bar, .*?parent \\w+(, )?)+"),
                  said)
              .claim(
                  "What the child changes stays in the child (" + language + ").",
                  said.matches("(.*?child baz, parent bar(, )?)+"),
                  said);
    }
    var fresh = Readings.said(seen, NEW_JVM);
    return findings
        .claim(
            "A new program doesn't get its parent's variables.",
            fresh.contains("memory unset"),
            String.join(", ", fresh) + ".")
        .claim(
            "A new program gets its arguments and its environment.",
            fresh.contains("argument bar") && fresh.contains("environment bar"),
            String.join(", ", fresh) + ".");
  }
}
