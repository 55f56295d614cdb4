package workbook.cli;

import java.time.Duration;
import java.util.Optional;
import org.apache.commons.cli.CommandLine;
import workbook.Parameter;
import workbook.Sentences;
import workbook.explore.Budget;
import workbook.io.Invocation;
import workbook.usecase.CommandException;
import workbook.usecase.CompareCalls;
import workbook.usecase.OwnProgram;

/// What a person asked `explore` to do, checked completely before anything starts.
///
/// @param schedule the one schedule to run, as it was typed; empty for all within the budget
/// @param trace where the trace goes, too
/// @param json whether everything is wanted as JSON, and where
/// @param own the person's own code, should they mean that and no scenario
record ExploreOptions(
    Budget budget,
    Optional<String> schedule,
    Optional<OutputFile> trace,
    JsonOption json,
    Optional<OwnProgram.Request> own) {
  private static final Parameter.Count PREEMPTIONS =
      new Parameter.Count(
          "preemptions", Budget.DEFAULT.preemptions(), 0, Budget.MOST_PREEMPTIONS, "preemptions");
  private static final Parameter.Count BUDGET =
      new Parameter.Count(
          "budget", (int) Budget.DEFAULT.patience().toSeconds(), 1, 86_400, "seconds");

  static Usage usage() {
    return new Usage(
            "explore SCENARIO or FILE.java [OPTIONS]",
            "Runs a small program under every schedule, those with few preemptions first, and"
                + " shows the first that fails. SCENARIO is LESSON/NAME, for example"
                + " races/lost-update or 03/lost-update, or just NAME; or LESSON/NUMBER, which is a"
                + " step of the lesson: races/2. FILE.java is your own: a main method, JUnit tests"
                + " or a Scenario. A folder of such files will do, or the name of a class that"
                + " --class-path has.")
        .option(
            "preemptions",
            "N",
            "how often one run may preempt a thread that could go on, %s; default: %s"
                .formatted(PREEMPTIONS.range(), PREEMPTIONS.fallback()))
        .option(
            "budget",
            "S",
            "search for this long, %s; default: %,d schedules, then samples"
                .formatted(BUDGET.range(), Budget.DEFAULT.schedules()))
        .option("schedule", "TEXT", "run this schedule only; copy TEXT from a report")
        .option("trace", "FILE", "also write the steps: JSON if FILE ends in .json, else text")
        .with(JsonOption::declare)
        .flag("force", "replace a file that exists")
        .with(OwnOptions::declare)
        .option("contract", "NAME", "compare the calls of several threads with those of one")
        .option("implementation", "FILE", "with --contract: the file of the class")
        .option("sequential", "NAME", "with --contract: the class that says what is right")
        .example("explore races/lost-update")
        .example("explore lost-update --preemptions=3 --trace=lost.json")
        .example("explore Bank.java")
        .example("explore Bank.java --json=bank.json")
        .example("explore BankTest.java --test=transfersLoseNothing")
        .example("explore --contract=Counter --implementation=Tally.java");
  }

  /// @throws CommandException with a sentence about the first thing that is wrong
  static ExploreOptions of(CommandLine line) throws CommandException {
    if (line.hasOption("schedule") && (line.hasOption("preemptions") || line.hasOption("budget"))) {
      throw CommandException.usage(
          "--schedule runs one schedule, so leave out --preemptions and --budget.");
    }
    var json = JsonOption.of(line);
    var trace = trace(line);
    if (trace.isPresent() && trace.equals(json.file())) {
      throw CommandException.usage("--trace and --json name the same file. Give each its own.");
    }
    try {
      return new ExploreOptions(
          budget(line),
          Optional.ofNullable(line.getOptionValue("schedule")),
          trace,
          json,
          OwnOptions.of(line));
    } catch (IllegalArgumentException notAllowed) {
      throw CommandException.usage(Sentences.of(notAllowed.getMessage()));
    }
  }

  private static Optional<OutputFile> trace(CommandLine line) throws CommandException {
    return line.hasOption("trace")
        ? Optional.of(OutputFile.at(line.getOptionValue("trace"), line.hasOption("force")))
        : Optional.empty();
  }

  /// The classes whose calls are to be compared; empty when that is not asked for.
  ///
  /// @throws CommandException when half of it is missing
  static Optional<CompareCalls> comparison(CommandLine line) throws CommandException {
    var contract = line.getOptionValue("contract");
    var implementation = line.getOptionValue("implementation");
    var sequential = Optional.ofNullable(line.getOptionValue("sequential"));
    if (contract == null && implementation == null && sequential.isEmpty()) {
      return Optional.empty();
    }
    if (contract == null || implementation == null || !line.getArgList().isEmpty()) {
      throw CommandException.usage(
          "Write --contract and --implementation, and no other file or scenario: "
              + Invocation.of("explore --contract=Counter --implementation=Tally.java."));
    }
    return Optional.of(new CompareCalls(contract, implementation, sequential));
  }

  private static Budget budget(CommandLine line) {
    var budget = Budget.DEFAULT;
    if (line.hasOption("preemptions")) {
      budget = budget.withPreemptions(number(PREEMPTIONS, line));
    }
    if (line.hasOption("budget")) {
      var patience = Duration.ofSeconds(number(BUDGET, line));
      budget =
          budget
              .withPatience(patience)
              .withSchedules(Integer.MAX_VALUE)
              .withSteps(Long.MAX_VALUE / 2);
    }
    return budget;
  }

  private static int number(Parameter.Count parameter, CommandLine line) {
    return Integer.parseInt(parameter.parse(line.getOptionValue(parameter.name())));
  }
}
