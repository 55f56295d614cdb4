package workbook.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.cli.CommandLine;
import workbook.notebook.NotebookDirectory;
import workbook.notebook.export.HtmlFile;
import workbook.notebook.export.IpynbFile;
import workbook.notebook.export.MarkdownFile;
import workbook.notebook.export.NotebookRun;
import workbook.tui.Console;
import workbook.usecase.CommandException;
import workbook.usecase.ExitCode;
import workbook.usecase.PresentNotebook;

/// `notebook export`: a notebook as files for other programs.
record NotebookExport(PresentNotebook notebooks, Console console) {
  private static final String SCRIPT = "java";
  private static final List<String> FORMATS = List.of("ipynb", "md", "html", SCRIPT);

  /// Writes the files that are asked for. Blocks until the notebook has run.
  ///
  /// @return 1 when it did something other than it says
  /// @throws CommandException when it cannot be run or a file cannot be written
  int export(Path file, CommandLine line, Duration limit) throws CommandException {
    var name = NotebookDirectory.name(file);
    var outputs = new LinkedHashMap<String, OutputFile>();
    for (var format : formats(line)) {
      var out =
          OutputFile.in(
              line.getOptionValue("out", ""), name + "." + format, line.hasOption("force"));
      refuseItself(file, out.path());
      outputs.put(format, out);
    }
    try {
      var runs = outputs.keySet().stream().anyMatch(format -> !format.equals(SCRIPT));
      var run = runs ? Optional.of(notebooks.run(file, limit)) : Optional.<NotebookRun>empty();
      write(file, run, outputs);
      var faults = run.map(NotebookRun::faults).orElse(List.of());
      faults.forEach(fault -> console.complain(fault.toString()));
      return faults.isEmpty() ? ExitCode.DONE : ExitCode.FAILED;
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw CommandException.environment("It was stopped, and nothing was written.");
    }
  }

  private void write(Path file, Optional<NotebookRun> run, Map<String, OutputFile> outputs)
      throws CommandException {
    for (var output : outputs.entrySet()) {
      var text =
          switch (output.getKey()) {
            case "ipynb" -> IpynbFile.of(run.orElseThrow());
            case "md" -> MarkdownFile.of(run.orElseThrow());
            case "html" -> HtmlFile.of(run.orElseThrow());
            default -> notebooks.percent(file);
          };
      output.getValue().write(draft -> Files.writeString(draft, text));
      console.print("Wrote " + output.getValue().path() + "\n");
    }
  }

  private static void refuseItself(Path file, Path out) throws CommandException {
    if (out.equals(file.toAbsolutePath().normalize())) {
      throw CommandException.usage(
          "%s is the notebook itself. Name another folder.".formatted(out));
    }
  }

  private static List<String> formats(CommandLine line) throws CommandException {
    if (!line.hasOption("to")) {
      throw CommandException.usage("Say which formats: --to=ipynb,md,html,java, or one of them.");
    }
    var formats =
        List.of(line.getOptionValue("to").split(",")).stream()
            .map(String::strip)
            .distinct()
            .toList();
    for (var format : formats) {
      if (!FORMATS.contains(format)) {
        throw CommandException.usage(
            "There is no format '%s'. Choose from %s."
                .formatted(format, String.join(", ", FORMATS)));
      }
    }
    return formats;
  }
}
