package workbook.cli;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.Option;
import workbook.Parameter;
import workbook.Parameters;
import workbook.ServerExperiment;
import workbook.usecase.Book;
import workbook.usecase.CommandException;

/// What a person asked `run … --serve` to do, checked completely before a port is opened.
///
/// @param at where to listen; this machine's own address unless told otherwise
record ServeOptions(ServerExperiment server, Parameters with, InetSocketAddress at) {
  private static final String SERVE = "serve";
  private static final String ADDRESS = "address";
  private static final Parameter.Count PORT =
      new Parameter.Count("port", 0, 0, 65_535, "(0: any that is free)");

  /// Declares the options of an experiment that can serve.
  static Usage declare(ServerExperiment server, Usage usage) {
    usage
        .flag(SERVE, "serve until stopped, instead of running an experiment")
        .option(PORT.name(), "N", "where to serve, %s; default: 0".formatted(PORT.range()))
        .option(ADDRESS, "HOST", "where to serve; default: this machine only");
    for (var parameter : server.serverParameters()) {
      var meaning = "what serves, %s; default: %s";
      usage.option(
          parameter.name(),
          RunUsage.placeholder(parameter),
          meaning.formatted(parameter.range(), parameter.fallback()));
    }
    return usage;
  }

  /// Checks a command line.
  ///
  /// @param args the experiment's name and the options
  /// @return empty when nobody asked for a server
  /// @throws CommandException with a sentence about the first thing that is wrong
  static Optional<ServeOptions> of(Book.ExperimentRef ref, List<String> args)
      throws CommandException {
    if (!(ref.experiment() instanceof ServerExperiment server)) {
      return Optional.empty();
    }
    var line = RunUsage.of(ref).parse(args, 1);
    checkTogether(server, line);
    return line.hasOption(SERVE) ? Optional.of(of(server, line)) : Optional.empty();
  }

  private static ServeOptions of(ServerExperiment server, CommandLine line)
      throws CommandException {
    var typed = new LinkedHashMap<String, String>();
    for (var parameter : server.serverParameters()) {
      if (line.hasOption(parameter.name())) {
        typed.put(parameter.name(), line.getOptionValue(parameter.name()));
      }
    }
    try {
      var port = PORT.parse(line.getOptionValue(PORT.name(), PORT.fallback()));
      return new ServeOptions(
          server,
          Parameters.of(server.serverParameters(), typed),
          new InetSocketAddress(host(line), Integer.parseInt(port)));
    } catch (IllegalArgumentException notAllowed) {
      throw CommandException.usage(notAllowed.getMessage());
    }
  }

  private static InetAddress host(CommandLine line) throws CommandException {
    var typed = line.getOptionValue(ADDRESS, "");
    try {
      return InetAddress.getByName(typed); // this machine, when nothing was typed
    } catch (UnknownHostException unknown) {
      throw CommandException.usage(
          "There is no host called '%s'. Leave out --address to serve this machine only."
              .formatted(typed));
    }
  }

  /// Options of the server go with `--serve`, all others do not.
  private static void checkTogether(ServerExperiment server, CommandLine line)
      throws CommandException {
    var ofServer = new ArrayList<>(List.of(SERVE, PORT.name(), ADDRESS));
    server.serverParameters().forEach(parameter -> ofServer.add(parameter.name()));
    for (Option option : line.getOptions()) {
      var name = option.getLongOpt();
      if (line.hasOption(SERVE) && !ofServer.contains(name)) {
        throw CommandException.usage(
            "--serve runs no experiment, so leave out --%s.".formatted(name));
      }
      if (!line.hasOption(SERVE) && ofServer.contains(name)) {
        throw CommandException.usage(
            "--%s works only with --serve. Add --serve, or leave it out.".formatted(name));
      }
    }
  }
}
