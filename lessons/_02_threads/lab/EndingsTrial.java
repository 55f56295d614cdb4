package _02_threads.lab;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import workbook.Chart;
import workbook.Experiment;
import workbook.Findings;
import workbook.Observations;
import workbook.Parameters;
import workbook.Recorder;

/// Six programs end differently: what do they print last, and what is their exit code?
public final class EndingsTrial implements Experiment {
  private static final String SAVED = "exit code 0 after \"worker: work saved\"";
  private static final String END = "exit code 0 after \"main: the end\"";

  /// What a program shows, and how it must end for that.
  private record Case(String name, String claim, String ends) {}

  private static final Case THROWS =
      new Case("worker throws", "An uncaught exception ends its thread, not the program.", END);
  private static final List<Case> PROGRAMS =
      List.of(
          new Case("user thread", "The JVM waits for a thread that isn't a daemon.", SAVED),
          new Case("daemon", "The JVM doesn't wait for a daemon: its work isn't saved.", END),
          THROWS,
          new Case(
              "handler is told",
              "An uncaught exception handler is told, and may end the program.",
              "exit code 2 after nothing"),
          new Case(
              "main throws",
              "Main's exception makes the exit code 1; other threads still finish.",
              "exit code 1 after \"worker: work saved\""),
          new Case(
              "main asks",
              "When main asks with get(), it hears of the worker's failure.",
              "exit code 1 after \"Caused by: java.lang.IllegalStateException: the disk is"
                  + " full\""));

  @Override
  public String id() {
    return "daemon-and-uncaught";
  }

  @Override
  public List<Chart> charts() {
    return List.of();
  }

  @Override
  public void run(Parameters with, Recorder record) throws IOException, InterruptedException {
    for (var program : PROGRAMS) {
      record.fact(program.name, ChildEnding.of(program.name, record));
      record.progress(PROGRAMS.indexOf(program) + 1, PROGRAMS.size());
    }
  }

  @Override
  public Findings findings(Parameters with, Observations seen) {
    var findings = answer(seen.fact(THROWS.name).orElse(""));
    for (var program : PROGRAMS) {
      var ended = seen.fact(program.name).orElse("it did not run");
      findings = findings.claim(program.claim, ended.equals(program.ends), ended);
    }
    return findings;
  }

  private static Findings answer(String ended) {
    if (!ended.startsWith("exit code ")) {
      return Findings.cannotTell("The program did not end in time. Run it again.");
    }
    var code = ended.split(" ")[2];
    return Findings.answer(
        Set.of("0", "1").contains(code) ? code : "another one, as after a crash");
  }
}
