package _01_processes.lab;

import static workbook.Outcome.Expectation.ACCEPTABLE;

import _01_processes.ExitWays;
import _01_processes.HelloProcess;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.util.List;
import workbook.Await;
import workbook.Chart;
import workbook.Experiment;
import workbook.Findings;
import workbook.Observations;
import workbook.Outcome;
import workbook.Parameters;
import workbook.Recorder;
import workbook.process.JavaProcess;
import workbook.process.PythonScript;

/// A child ends in four ways. What does `waitFor` tell its parent?
public final class ProcessObject implements Experiment {
  private static final String RIGHT = "it returns 0, it returns 3, ";
  private static final String HELLO = "a greeting";
  private static final String KILLED = "is killed";

  @Override
  public String id() {
    return "process-object";
  }

  @Override
  public List<Chart> charts() {
    return List.of(new Chart.Outcomes("What waitFor() does, by how the child ends"));
  }

  @Override
  public void run(Parameters with, Recorder record) throws IOException, InterruptedException {
    record.said(HELLO, HelloProcess.greet("Bob", Await.LIMIT));
    var hello = new HelloProcess("Mike");
    hello.start();
    hello.join(Await.LIMIT).forEach(line -> record.said(HELLO, line));
    for (var way : List.of("returns", "exits", "throws", KILLED)) {
      record.outcome(way, startAndWait(way), ACCEPTABLE, 1, "after the child " + way);
    }
    PythonScript.run(ExitWays.class, "process_object.py", record)
        .forEach(line -> record.said("Python", line));
  }

  private static String startAndWait(String way) throws IOException, InterruptedException {
    var child = JavaProcess.builder(ExitWays.class, way).redirectError(Redirect.DISCARD).start();
    try {
      if (way.equals(KILLED)) {
        child.destroyForcibly();
      }
      return child.waitFor(Await.LIMIT) ? "it returns " + child.exitValue() : "it waits for ever";
    } catch (RuntimeException fromTheChild) {
      return "it throws the same exception";
    } finally {
      child.destroyForcibly();
    }
  }

  @Override
  public Findings findings(Parameters with, Observations seen) {
    var said = "" + Readings.said(seen, HELLO);
    var codes =
        String.join(", ", after("returns", seen), after("exits", seen), after(KILLED, seen));
    return Findings.answer(after("throws", seen))
        .claim("A joined child has said hello.", said.startsWith("[hello Bob, hello Mike"), said)
        .claim("Returning from main gives 0; exit(3) gives 3.", codes.startsWith(RIGHT), codes)
        .claim("A killed child's code isn't 0.", codes.matches(".*, it returns [^0]\\d*"), codes);
  }

  private static String after(String way, Observations seen) {
    var outcomes = seen.outcomes().stream().filter(one -> one.group().equals(way));
    return outcomes.map(Outcome::seen).findFirst().orElse("");
  }
}
