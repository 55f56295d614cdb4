package _10_servers;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.channels.ClosedChannelException;

/// A server that accepts each client itself.
record AcceptingServer(Server server, Acceptor acceptor) implements OpenServer {
  @Override
  public InetSocketAddress address() {
    return acceptor.address;
  }

  @Override
  public void serve(HandlerType handlers) throws IOException {
    try (acceptor) {
      server.serve(acceptor, handlers);
    } catch (ClosedChannelException stopped) {
      // By a client or by us: this is how it ends.
    }
  }

  @Override
  public void close() {
    acceptor.close();
  }
}
