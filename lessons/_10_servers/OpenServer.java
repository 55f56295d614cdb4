package _10_servers;

import java.io.IOException;
import java.net.InetSocketAddress;

/// A server whose port is open: clients can connect.
interface OpenServer extends AutoCloseable {
  /// Opens the port.
  interface Opening {
    /// @param at port 0 means one that the kernel picks
    /// @throws IOException when the port is taken or not allowed
    OpenServer open(InetSocketAddress at) throws IOException;
  }

  InetSocketAddress address();

  /// Serves everybody who comes. Blocks until a client's command or [#close] ends it; the threads
  /// and processes that were started have ended then.
  ///
  /// @param handlers makes a handler for each client
  /// @throws IOException when it cannot go on
  void serve(HandlerType handlers) throws IOException;

  /// Ends it, from any thread, before or while it serves. Returns at once.
  @Override
  void close();
}
