package _10_servers;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.channels.ClosedChannelException;
import workbook.ServerExperiment.Service;

/// An echo server of one design, open for clients.
///
/// @param handlers makes a handler for each client
record EchoService(Design design, HandlerType handlers, Acceptor acceptor) implements Service {
  /// @throws IOException when the port cannot be had
  static EchoService open(Design design, InetSocketAddress at) throws IOException {
    return new EchoService(design, HandlerType.ECHO, new Acceptor(at));
  }

  @Override
  public InetSocketAddress address() {
    return acceptor.address;
  }

  @Override
  public String says() {
    return "echo, " + design.says();
  }

  @Override
  public String stopped() {
    return "send the line stop";
  }

  @Override
  public void serve() throws IOException {
    try (acceptor) {
      design.server().serve(acceptor, handlers);
    } catch (ClosedChannelException stopped) {
      // By a client or by us: this is how it ends.
    }
  }

  @Override
  public void close() {
    acceptor.close();
  }
}
