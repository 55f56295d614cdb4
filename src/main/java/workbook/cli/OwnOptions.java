package workbook.cli;

import java.util.Optional;
import org.apache.commons.cli.CommandLine;
import workbook.usecase.OwnProgram;

/// The options that say which program of a person's own files is meant.
final class OwnOptions {
  private OwnOptions() {}

  static Usage declare(Usage usage) {
    return usage
        .option("class-path", "PATH", "jars and folders of classes that your code needs")
        .option("class", "NAME", "the class to begin in, if there are several")
        .option("test", "METHOD", "only this JUnit test")
        .option("main", "ARGS", "the main method, with these arguments")
        .option("input", "FILE", "what your code reads from System.in");
  }

  /// What the person asked for; empty when they mean a scenario of the book.
  static Optional<OwnProgram.Request> of(CommandLine line) {
    var request =
        new OwnProgram.Request(
            line.getArgList().isEmpty() ? "" : line.getArgList().getFirst(),
            value(line, "class-path"),
            value(line, "class"),
            value(line, "test"),
            value(line, "main"),
            value(line, "input"));
    return Optional.of(request).filter(OwnProgram.Request::isOwn);
  }

  /// A file without any of the options.
  static OwnProgram.Request file(String word) {
    return new OwnProgram.Request(
        word,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  private static Optional<String> value(CommandLine line, String option) {
    return Optional.ofNullable(line.getOptionValue(option));
  }
}
