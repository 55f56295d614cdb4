package _10_servers;

import static java.net.StandardSocketOptions.SO_REUSEPORT;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.util.ArrayList;

/// Three processes that are started before any client comes. Each accepts clients, and has a thread
/// for each of them.
abstract sealed class PreforkedWorkers implements Server {
  static final int WORKERS = 3;

  /// The listening socket of a worker.
  abstract ServerSocketChannel socket(int worker, Acceptor acceptor) throws IOException;

  @Override
  public final void serve(Acceptor acceptor, HandlerType handlers) throws IOException {
    var sockets = new ArrayList<ServerSocketChannel>();
    try {
      for (var worker = 0; worker < WORKERS; worker++) {
        sockets.add(socket(worker, acceptor));
      }
      new Supervisor(acceptor, handlers).supervise(sockets);
    } finally {
      sockets.forEach(Connections::closeQuietly);
    }
  }

  /// All workers have the same socket. A client gets the first worker that accepts it.
  static final class Sharing extends PreforkedWorkers {
    @Override
    ServerSocketChannel socket(int worker, Acceptor acceptor) {
      return acceptor.socket;
    }
  }

  /// Each worker has a socket of its own at the same address. The kernel picks one of them for each
  /// client, before anybody accepts it.
  static final class ReusePort extends PreforkedWorkers {
    static OpenServer open(InetSocketAddress at) throws IOException {
      try (var alone = new Acceptor(at)) { // else we'd share the port with whoever has it
        at = alone.address;
      }
      return new AcceptingServer(
          new ReusePort(), new Acceptor(ListeningSocket.open(at, SO_REUSEPORT)));
    }

    @Override
    ServerSocketChannel socket(int worker, Acceptor acceptor) throws IOException {
      var first = worker == 0;
      return first ? acceptor.socket : ListeningSocket.open(acceptor.address, SO_REUSEPORT);
    }
  }
}
