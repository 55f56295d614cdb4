package _10_servers;

import java.io.IOException;
import java.nio.channels.ClosedChannelException;
import java.util.function.Supplier;

/// A design of a server: which thread talks to which client.
interface Server {
  /// Serves everybody who comes. Blocks until the reception is closed, by a client's command or
  /// from outside; the threads that were started have ended then.
  ///
  /// @param handlers makes a handler for each client
  /// @throws ClosedChannelException when the reception was closed
  void serve(Reception reception, Supplier<Handler> handlers) throws IOException;
}
