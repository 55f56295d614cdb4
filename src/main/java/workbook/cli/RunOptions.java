package workbook.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import org.apache.commons.cli.CommandLine;
import workbook.Experiment;
import workbook.Parameters;
import workbook.Result;
import workbook.RunPlan;
import workbook.usecase.Book;
import workbook.usecase.CommandException;
import workbook.usecase.EarlierResult;
import workbook.usecase.PredictionParser;

/// What a person asked `run` to do, checked completely before anything starts.
///
/// @param guess what the person predicts; empty when they do not
/// @param charts where the charts go
/// @param csv where the table of all observations goes
/// @param json where the whole result goes
/// @param earlier a result to compare with
record RunOptions(
    Parameters settings,
    RunPlan plan,
    Optional<String> guess,
    ChartOutput charts,
    Optional<OutputFile> csv,
    Optional<OutputFile> json,
    Optional<Result> earlier) {

  /// Checks a command line.
  ///
  /// @param args the experiment's name and the options
  /// @throws CommandException with a sentence about the first thing that is wrong
  static RunOptions of(Book.ExperimentRef ref, List<String> args) throws CommandException {
    var line = RunUsage.of(ref).parse(args, 1);
    try {
      var experiment = ref.experiment();
      var settings = settings(experiment, line);
      var question = ref.step(settings).orElseGet(ref::step).question();
      return new RunOptions(
          settings,
          procedure(experiment, line),
          Optional.ofNullable(line.getOptionValue("predict"))
              .map(typed -> PredictionParser.parse(question, typed)),
          charts(ref, line),
          file(line, "csv"),
          differentFrom(file(line, "csv"), file(line, "json")),
          earlier(ref, line));
    } catch (IllegalArgumentException notAllowed) {
      throw CommandException.usage(notAllowed.getMessage());
    }
  }

  private static Parameters settings(Experiment experiment, CommandLine line) {
    var typed = new LinkedHashMap<String, String>();
    for (var parameter : experiment.parameters()) {
      if (line.hasOption(parameter.name())) {
        typed.put(parameter.name(), line.getOptionValue(parameter.name()));
      }
    }
    return Parameters.of(experiment.parameters(), typed);
  }

  private static RunPlan procedure(Experiment experiment, CommandLine line) {
    var plan = experiment.plan();
    if (line.hasOption("repeat")) {
      plan = plan.repeated(Integer.parseInt(RunUsage.REPEAT.parse(line.getOptionValue("repeat"))));
    }
    return line.hasOption("in-process") ? plan.inThisJvm() : plan;
  }

  private static ChartOutput charts(Book.ExperimentRef ref, CommandLine line)
      throws CommandException {
    return ChartOutput.of(
        ref,
        line.getOptionValue("chart", "term"),
        line.getOptionValue("theme", "light"),
        Optional.ofNullable(line.getOptionValue("size")),
        line.getOptionValue("out", ""),
        line.hasOption("force"));
  }

  private static Optional<OutputFile> differentFrom(
      Optional<OutputFile> other, Optional<OutputFile> file) throws CommandException {
    if (file.isPresent() && file.equals(other)) {
      throw CommandException.usage("--csv and --json name the same file. Give each its own.");
    }
    return file;
  }

  private static Optional<Result> earlier(Book.ExperimentRef ref, CommandLine line)
      throws CommandException {
    return line.hasOption("compare")
        ? Optional.of(EarlierResult.of(line.getOptionValue("compare"), ref))
        : Optional.empty();
  }

  private static Optional<OutputFile> file(CommandLine line, String option)
      throws CommandException {
    return line.hasOption(option)
        ? Optional.of(OutputFile.at(line.getOptionValue(option), line.hasOption("force")))
        : Optional.empty();
  }
}
