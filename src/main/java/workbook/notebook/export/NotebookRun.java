package workbook.notebook.export;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import workbook.notebook.Cell;
import workbook.notebook.CellError;
import workbook.notebook.ChartPicture;
import workbook.notebook.JShellSession;
import workbook.notebook.Notebook;
import workbook.notebook.NotebookChecker;
import workbook.notebook.export.PlayedCell.Charted;
import workbook.notebook.export.PlayedCell.Code;
import workbook.notebook.export.PlayedCell.Failed;
import workbook.notebook.export.PlayedCell.Output;
import workbook.notebook.export.PlayedCell.Printed;
import workbook.notebook.export.PlayedCell.Text;
import workbook.process.TempDirectory;

/// A notebook that was run from its first cell to its last.
///
/// @param title its first heading
/// @param cells with what came out
/// @param faults where it did something other than it says
public record NotebookRun(String title, List<PlayedCell> cells, List<CellError> faults) {
  public NotebookRun {
    cells = List.copyOf(cells);
    faults = List.copyOf(faults);
  }

  /// Runs it in a JVM of its own. Blocks until that is done.
  ///
  /// @param classPath what the code may use, in the form of `java.class.path`
  /// @param limit the time for one step
  /// @throws IOException when no JVM can be started, or a file cannot be written
  public static NotebookRun of(Notebook notebook, String classPath, Duration limit)
      throws IOException, InterruptedException {
    var cells = new ArrayList<PlayedCell>();
    var faults = new ArrayList<CellError>();
    try (var pictures = new TempDirectory();
        var session =
            new JShellSession(
                classPath,
                notebook.preview(),
                List.of(ChartPicture.option(pictures.path()), "-Djava.awt.headless=true"),
                _ -> {})) {
      for (var cell : notebook.cells()) {
        switch (cell) {
          case Cell.Prose prose -> cells.add(new Text(prose.markdown()));
          case Cell.Code code when code.steps().isEmpty() -> {}
          case Cell.Code code -> {
            var outputs = new ArrayList<Output>();
            for (var step : code.steps()) {
              if (session.ended()) {
                throw new IOException("the code ended its JVM above line " + step.line());
              }
              var drawn = ChartPicture.in(pictures.path()).size();
              var ran = session.run(step, limit);
              NotebookChecker.fault(notebook, step, ran).ifPresent(faults::add);
              var charts = ChartPicture.in(pictures.path());
              outputs.addAll(outputs(ran, charts.subList(drawn, charts.size())));
            }
            cells.add(new Code(source(code), outputs));
          }
        }
      }
    }
    return new NotebookRun(notebook.title(), cells, faults);
  }

  private static String source(Cell.Code code) {
    return code.steps().stream()
        .map(step -> step.source().stripTrailing())
        .collect(Collectors.joining("\n"))
        .strip();
  }

  /// What was printed, with a picture in place of each chart that was.
  private static List<Output> outputs(JShellSession.Ran ran, List<ChartPicture> charts) {
    var outputs = new ArrayList<Output>();
    var rest = ran.output();
    if (ran.trouble().isPresent()) {
      rest = rest.replaceFirst("\\|  [^\\n]*\\n$", "");
    }
    for (var chart : charts) {
      var at = rest.indexOf(chart.text());
      if (at >= 0) {
        print(rest.substring(0, at), outputs);
        outputs.add(new Charted(chart.png(), chart.text()));
        rest = rest.substring(at + chart.text().length()).replaceFirst("^\\R", "");
      }
    }
    print(rest, outputs);
    ran.trouble().ifPresent(trouble -> outputs.add(new Failed(trouble.says())));
    return outputs;
  }

  private static void print(String text, List<Output> outputs) {
    if (!text.isEmpty()) {
      outputs.add(new Printed(text));
    }
  }
}
