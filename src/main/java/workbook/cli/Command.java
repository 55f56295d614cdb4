package workbook.cli;

import java.util.List;
import workbook.usecase.CommandException;

/// One thing a person can ask for on the command line. Each command is one class and one line in
/// [App]'s table.
interface Command {
  /// The word that calls it, for example `list`.
  String name();

  /// What it does, in half a line.
  String summary();

  /// How it is called.
  ///
  /// @param args what was typed after the name; only `run` looks at it, because each experiment has
  ///   options of its own
  /// @throws CommandException when the arguments are too wrong to tell
  Usage usage(List<String> args) throws CommandException;

  /// Does it and returns the exit code.
  ///
  /// @param args what was typed after the name
  /// @throws CommandException when it cannot be done; nothing is half-done then
  int run(List<String> args) throws CommandException;
}
