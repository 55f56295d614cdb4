package workbook.cli;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Locale;
import workbook.ServerExperiment.Service;
import workbook.tui.Console;
import workbook.tui.InterruptSignal;
import workbook.usecase.CommandException;

/// Lets a server serve, says where, and stops it when somebody presses Ctrl-C.
final class ServerRunner {
  private ServerRunner() {}

  /// Opens the port and blocks until the server is stopped, by Ctrl-C or by a client. A second
  /// Ctrl-C ends the workbook at once.
  ///
  /// @throws CommandException when the port cannot be had
  static void serve(ServeOptions options, Console console) throws CommandException {
    try (var service = open(options);
        var _ = InterruptSignal.first(service::close)) {
      console.print(invitation(service) + "\n");
      service.serve();
      console.print("Stopped.\n");
    } catch (IOException failure) {
      throw CommandException.environment("The server had to stop: " + failure.getMessage() + ".");
    }
  }

  private static String invitation(Service service) {
    return "Serving at %s, %s: %s. To stop it, press Ctrl-C or %s."
        .formatted(
            named(service.address()),
            audience(service.address().getAddress()),
            service.says(),
            service.stopped());
  }

  private static String audience(InetAddress address) {
    return address.isLoopbackAddress() ? "for this machine only" : "open to the network";
  }

  private static String named(InetSocketAddress address) {
    return "%s port %d".formatted(address.getAddress().getHostAddress(), address.getPort());
  }

  private static Service open(ServeOptions options) throws CommandException {
    try {
      return options.server().open(options.with(), options.at());
    } catch (IOException refused) {
      throw refusal(options.at(), String.valueOf(refused.getMessage()));
    }
  }

  private static CommandException refusal(InetSocketAddress at, String reason) {
    var host = at.getAddress().getHostAddress();
    var system = reason.toLowerCase(Locale.ROOT);
    if (system.contains("in use")) {
      return CommandException.usage(
          "Port %d is already in use. Choose another, or --port=0 for any that is free."
              .formatted(at.getPort()));
    }
    if (system.contains("permission denied")) {
      return CommandException.usage(
          "Port %d is reserved for the administrator. Choose one from 1024 up, or --port=0."
              .formatted(at.getPort()));
    }
    if (system.contains("assign")) {
      return CommandException.usage(
          host + " is not an address of this machine. Give one that is, or leave out --address.");
    }
    return CommandException.environment(
        "The server cannot be opened at %s: %s. Try another port.".formatted(named(at), reason));
  }
}
