package workbook.cli;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.DefaultParser;
import org.apache.commons.cli.MissingArgumentException;
import org.apache.commons.cli.Option;
import org.apache.commons.cli.Options;
import org.apache.commons.cli.ParseException;
import org.apache.commons.cli.UnrecognizedOptionException;
import workbook.io.Invocation;
import workbook.usecase.CommandException;
import workbook.usecase.Suggestions;
import workbook.view.Columns;

/// How one command is called: its options, what they mean and examples. Parses a command line and
/// writes the text of `--help`.
final class Usage {
  private final String synopsis;
  private final String says;
  private final Options options = new Options();
  private final List<Option> listed = new ArrayList<>();
  private final Set<String> optional = new HashSet<>();
  private final Set<String> repeatable = new HashSet<>();
  private final List<String> examples = new ArrayList<>();

  /// @param synopsis the command and its arguments, for example `show LESSON`
  /// @param says what it does, in a few sentences
  Usage(String synopsis, String says) {
    this.synopsis = synopsis;
    this.says = says;
    flag("help", "show this text");
  }

  /// Declares `--name=VALUE`.
  ///
  /// @param value the placeholder, for example `N` or `FILE`
  Usage option(String name, String value, String meaning) {
    return add(Option.builder().longOpt(name).hasArg().argName(value).desc(meaning).get());
  }

  /// Declares `--name=VALUE`, and `--name`, whose value is empty: what follows it is no value.
  ///
  /// @param value the placeholder, for example `FILE`
  Usage optional(String name, String value, String meaning) {
    optional.add("--" + name);
    return option(name, value, meaning);
  }

  /// Declares `--name=VALUE`, which may be given several times.
  Usage repeatable(String name, String value, String meaning) {
    repeatable.add(name);
    return option(name, value, meaning);
  }

  /// Declares `--name`, which takes no value.
  Usage flag(String name, String meaning) {
    return add(Option.builder().longOpt(name).desc(meaning).get());
  }

  /// Declares options that several commands have.
  Usage with(UnaryOperator<Usage> options) {
    return options.apply(this);
  }

  Usage example(String line) {
    examples.add(line);
    return this;
  }

  private Usage add(Option option) {
    options.addOption(option);
    listed.add(option);
    return this;
  }

  /// Sorts a command line into options and arguments.
  ///
  /// @param arguments how many arguments there must be beside the options
  /// @throws CommandException when an option is unknown, lacks its value or stands twice, or the
  ///   number of arguments is wrong
  CommandLine parse(List<String> args, int arguments) throws CommandException {
    return parse(args, arguments, arguments);
  }

  /// Likewise, for a command that takes at least so many arguments, and at most so many.
  CommandLine parse(List<String> args, int least, int most) throws CommandException {
    var line = parse(args);
    for (var option : listed) {
      var values = line.getOptionValues(option.getLongOpt());
      if (values != null && values.length > 1 && !repeatable.contains(option.getLongOpt())) {
        throw CommandException.usage(
            "--%s is given more than once. Give it once.".formatted(option.getLongOpt()));
      }
    }
    var found = line.getArgList();
    if (found.size() > most) {
      throw CommandException.usage(
          "Unexpected argument '%s'. Usage: %s."
              .formatted(found.get(most), Invocation.of(synopsis)));
    }
    if (found.size() < least) {
      throw missing();
    }
    return line;
  }

  /// What to tell a person whose command line lacks an argument.
  CommandException missing() {
    return CommandException.usage(
        "An argument is missing. Usage: %s.".formatted(Invocation.of(synopsis)));
  }

  private CommandLine parse(List<String> typed) throws CommandException {
    var args = typed.stream().map(arg -> optional.contains(arg) ? arg + "=" : arg).toList();
    try {
      return DefaultParser.builder()
          .setAllowPartialMatching(false)
          .get()
          .parse(options, args.toArray(String[]::new));
    } catch (UnrecognizedOptionException unknown) {
      throw unknown(unknown.getOption());
    } catch (MissingArgumentException missing) {
      var option = missing.getOption();
      throw CommandException.usage(
          "--%s needs a value: --%s=%s."
              .formatted(option.getLongOpt(), option.getLongOpt(), option.getArgName()));
    } catch (ParseException other) {
      throw CommandException.usage(other.getMessage() + ".");
    }
  }

  private CommandException unknown(String typed) {
    var name = typed.replaceFirst("^-+", "").replaceFirst("=.*$", "");
    var names = optionNames().stream().map(option -> "--" + option).toList();
    var command = synopsis.replaceFirst(" .*", "");
    return CommandException.usage(
        "There is no option --%s. %s"
            .formatted(
                name,
                Suggestions.offer(
                    "--" + name, names, Invocation.of(command + " --help lists them."))));
  }

  /// The names of the options, without dashes.
  List<String> optionNames() {
    return listed.stream().map(Option::getLongOpt).toList();
  }

  /// The text of `--help`.
  String text() {
    var text = new StringBuilder("Usage: ").append(Invocation.of(synopsis)).append("\n\n");
    text.append(Columns.wrapped(says, "", Columns.WIDTH)).append("\n\nOptions\n");
    for (var option : listed) {
      var value = option.hasArg() ? "=" + option.getArgName() : "";
      value = optional.contains("--" + option.getLongOpt()) ? "[" + value + "]" : value;
      text.append(Columns.row("--" + option.getLongOpt() + value, option.getDescription()))
          .append('\n');
    }
    if (!examples.isEmpty()) {
      text.append("\nExamples\n");
      examples.forEach(example -> text.append("  ").append(Invocation.of(example)).append('\n'));
    }
    text.append(
        """

        Exit codes
          0  done
          1  a claim did not hold, a schedule or a test failed, or it was stopped
          2  the command line was wrong, or a file cannot be graded
          3  this machine lacks something (the doctor command says what), or the code
             does what the explorer cannot control, is too long to explore, or was
             not explored to the end
        """);
    return text.toString();
  }
}
