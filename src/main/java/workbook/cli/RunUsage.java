package workbook.cli;

import workbook.Parameter;
import workbook.ServerExperiment;
import workbook.io.Invocation;
import workbook.usecase.Book;

/// How `run` is called: the options every experiment has, and those of one experiment.
final class RunUsage {
  static final Parameter.Count REPEAT = new Parameter.Count("repeat", 1, 1, 1000, "runs");

  private RunUsage() {}

  /// The options every experiment has.
  static Usage ofAny() {
    return withCommon(
        new Usage(
            "run EXPERIMENT [OPTIONS]",
            "Runs an experiment on real threads and shows what it saw. EXPERIMENT is"
                + " LESSON/NAME, for example races/lost-updates or 03/lost-updates, or just NAME;"
                + " or LESSON/NUMBER, which is a step of the lesson: races/6."
                + " It has options of its own: %s lists them."
                    .formatted(Invocation.of("run EXPERIMENT --help"))));
  }

  /// The options of one experiment.
  static Usage of(Book.ExperimentRef ref) {
    var experiment = ref.experiment();
    var step = ref.step();
    var stop = step.title().endsWith("?") ? " " : ". ";
    var says = step.title() + stop + step.question().text();
    var usage = new Usage("run " + ref.name() + " [OPTIONS]", says);
    for (var parameter : experiment.parameters()) {
      var meaning = "%s; default: %s".formatted(parameter.range(), parameter.fallback());
      usage.option(parameter.name(), placeholder(parameter), meaning);
    }
    withCommon(usage).example("run " + ref.name() + firstOption(ref));
    return experiment instanceof ServerExperiment server
        ? ServeOptions.declare(server, usage).example("run " + ref.name() + " --serve --port=5555")
        : usage;
  }

  static String placeholder(Parameter parameter) {
    return switch (parameter) {
      case Parameter.Count _ -> "N";
      case Parameter.Choice _ -> "WORD";
      case Parameter.Toggle _ -> "yes|no";
    };
  }

  private static String firstOption(Book.ExperimentRef ref) {
    return ref.experiment().parameters().stream()
        .findFirst()
        .map(parameter -> " --%s=%s".formatted(parameter.name(), parameter.fallback()))
        .orElse("");
  }

  private static Usage withCommon(Usage usage) {
    return usage
        .option("predict", "ANSWER", "what you expect; shown beside what was seen")
        .option("repeat", "N", "how many runs to count, " + REPEAT.range())
        .flag("in-process", "run inside the workbook's own JVM; do not compare its times")
        .option("chart", "KIND,...", "term, png, svg, pdf, window or none; default: term")
        .option("theme", "NAME", "colours of pictures: light or dark; default: light")
        .option(
            "size",
            "WIDTHxHEIGHT",
            "of png in pixels, of svg and pdf in points; default: as needed")
        .option("out", "FOLDER", "where pictures go; default: the current folder")
        .option("csv", "FILE", "write a table, one observation per row")
        .option("json", "FILE", "write the whole result")
        .option("compare", "FILE", "show the medians beside those of an earlier --json file")
        .flag("force", "replace files that exist");
  }
}
