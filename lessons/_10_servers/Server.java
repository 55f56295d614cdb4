package _10_servers;

import java.io.IOException;
import java.nio.channels.ClosedChannelException;

/// A design of a server: which thread talks to which client.
interface Server {
  /// Serves everybody who comes. Blocks until the acceptor is closed, by a client's command or from
  /// outside; the threads that were started have ended then.
  ///
  /// @param handlers makes a handler for each client
  /// @throws ClosedChannelException when the acceptor was closed
  void serve(Acceptor acceptor, HandlerType handlers) throws IOException;
}
