package _09_futures.lab;

import _09_futures.ThrowingTask;
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

/// A task throws in a pool: what does the program print, and what is its exit code?
public final class SwallowedException implements Experiment {
  private static final String SAVES = "times it saved, every 10 ms";

  /// What a program shows, and how it must end for that.
  private record Case(String program, String claim, String ends) {}

  private static final List<Case> PROGRAMS =
      List.of(
          new Case(
              "execute", "After execute(), the failure is printed.", "a stack trace, exit code 0"),
          new Case("submit", "After submit(), it isn't.", "nothing, exit code 0"),
          new Case(
              "submit and get",
              "get() throws it to the one who asks.",
              "a stack trace, exit code 1"),
          new Case(
              "submit with a handler",
              "After submit(), a handler isn't told either.",
              "nothing, exit code 0"),
          new Case("every 10 ms", "A repeated task fails in silence.", "nothing, exit code 0"));

  @Override
  public String id() {
    return "swallowed-exception";
  }

  @Override
  public List<Chart> charts() {
    return List.of();
  }

  @Override
  public void run(Parameters with, Recorder record) throws IOException, InterruptedException {
    for (var one : PROGRAMS) {
      var ended = CompletedProcess.of(JavaProcess.builder(ThrowingTask.class, one.program));
      var lines = ended.lines().stream().filter(line -> !line.startsWith("\t")).toList();
      lines.forEach(line -> record.said(one.program, line));
      var told = lines.stream().anyMatch(line -> line.contains("the disk is full"));
      record.fact(
          one.program, (told ? "a stack trace" : "nothing") + ", exit code " + ended.code());
      if (one.program.equals("every 10 ms")) {
        record.fact(SAVES, "" + lines.stream().filter(line -> line.equals("saving")).count());
      }
      record.progress(PROGRAMS.indexOf(one) + 1, PROGRAMS.size());
    }
  }

  @Override
  public Findings findings(Parameters with, Observations seen) {
    var submitted = seen.fact("submit");
    var saves = seen.fact(SAVES).orElse("never seen");
    var findings =
        submitted
            .map(Findings::answer)
            .orElse(Findings.cannotTell("The program did not run. Run it again."));
    for (var one : PROGRAMS) {
      var ended = seen.fact(one.program).orElse("it did not run");
      findings = findings.claim(one.claim, ended.equals(one.ends), ended);
    }
    return findings.claim(
        "A repeated task that throws isn't repeated.", saves.equals("1"), "saved " + saves);
  }
}
