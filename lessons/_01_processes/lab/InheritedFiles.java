package _01_processes.lab;

import static workbook.Outcome.Expectation.ACCEPTABLE;
import static workbook.Outcome.Expectation.FORBIDDEN;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import workbook.Chart;
import workbook.Experiment;
import workbook.Findings;
import workbook.Observations;
import workbook.Parameters;
import workbook.Recorder;
import workbook.process.CompletedProcess;
import workbook.process.Executables;

/// A parent opens a file and forks. Do parent and child read on from the same place?
public final class InheritedFiles implements Experiment {
  private static final String STARTED = "started by Java";
  private static final ForkingScript SCRIPT =
      new ForkingScript(
          "shared_file",
          List.of(
              new ForkingScript.Choice("b", FORBIDDEN, "each has its own place in the file"),
              new ForkingScript.Choice("c", ACCEPTABLE, "they share one place in the file"),
              new ForkingScript.Choice("nothing", FORBIDDEN, "the child closed it for both")));

  @Override
  public String id() {
    return "inherited-files";
  }

  @Override
  public List<Chart> charts() {
    return List.of(new Chart.Outcomes("The letter that the parent reads after its child"));
  }

  @Override
  public void run(Parameters with, Recorder record) throws IOException, InterruptedException {
    var letters = Files.createTempFile("letters", ".txt");
    try {
      Files.writeString(letters, "a\nb\nc\n");
      SCRIPT.run(record, letters.toString());
      if (!ProcSelf.exists() || Executables.find("ls").isEmpty()) {
        record.note("Java's child was skipped: there is no ls or no /proc to show its open files.");
        return;
      }
      try (var _ = Files.newInputStream(letters)) {
        var child = CompletedProcess.of(new ProcessBuilder("ls", "-l", "/proc/self/fd"));
        child.lines().forEach(line -> record.said(STARTED, line));
      }
    } finally {
      Files.delete(letters);
    }
  }

  @Override
  public Findings findings(Parameters with, Observations seen) {
    var findings = SCRIPT.answer(seen);
    for (var language : ForkingScript.LANGUAGES) {
      var said = String.join(", ", Readings.said(seen, language));
      if (!said.isEmpty()) {
        findings =
            findings.claim(
                "Each reads on where the other one stopped (" + language + ").",
                said.matches("(parent a, child b, parent c(, )?)+"),
                said);
      }
    }
    var files = Readings.said(seen, STARTED);
    return files.isEmpty()
        ? findings
        : findings.claim(
            "A program started by Java doesn't get a file that its parent has open.",
            files.stream().noneMatch(line -> line.contains("letters")),
            "%d lines: %s".formatted(files.size(), files.getLast()));
  }
}
