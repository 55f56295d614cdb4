package workbook;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.List;

/// An experiment that can also serve: any program may talk to what it shows, until it is stopped.
public interface ServerExperiment extends Experiment {
  /// What may be chosen of the server. Not a parameter of the experiment: no name is both.
  List<Parameter> serverParameters();

  /// Opens a port. From now on programs can connect; somebody must call [Service#serve] or
  /// [Service#close]. Does not block.
  ///
  /// @param with a value for each of the [#serverParameters]
  /// @param at where to listen; port 0 means one that the kernel picks
  /// @throws IOException when the port cannot be had, for example because it is in use
  Service open(Parameters with, InetSocketAddress at) throws IOException;

  /// A server whose port is open.
  interface Service extends AutoCloseable {
    /// Where it listens.
    InetSocketAddress address();

    /// What serves, in a few words: `echo, one thread for all clients`.
    String says();

    /// How a client stops it, in a few words: `send the line stop`.
    String stopped();

    /// Serves until a client or [#close] stops it. Blocks; when it returns, its threads have ended
    /// and its connections are closed.
    ///
    /// @throws IOException when it cannot go on
    void serve() throws IOException;

    /// Stops it, from any thread, before or while it serves. Returns at once.
    @Override
    void close();
  }
}
