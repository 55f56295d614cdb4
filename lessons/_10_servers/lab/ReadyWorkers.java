package _10_servers.lab;

import _10_servers.Design;
import _10_servers.HandlerType;
import _10_servers.ServerThread;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;

/// A server whose worker processes have all begun to accept clients.
final class ReadyWorkers implements AutoCloseable {
  static final int COUNT = 3;

  private static final int MOST_CLIENTS = 10_000; // until each worker had one

  private final ServerThread server;

  /// Their process ids.
  final List<Long> workers;

  /// Blocks until each worker has answered a client.
  ReadyWorkers(Design design) throws IOException, ExecutionException {
    server = ServerThread.start(design, HandlerType.PROCESS_ID);
    try {
      workers = List.copyOf(meetAll());
    } catch (IOException failure) {
      server.close();
      throw failure;
    }
  }

  InetSocketAddress address() {
    return server.address();
  }

  private Set<Long> meetAll() throws IOException {
    var met = new TreeSet<Long>();
    for (var n = 0; n < MOST_CLIENTS && met.size() < COUNT; n++) {
      try (var client = new AskingClient(server.address())) {
        client.ask();
        met.add(client.answer());
      }
    }
    if (met.size() < COUNT) {
      throw new IOException("%d of %d workers served a client.".formatted(met.size(), COUNT));
    }
    return met;
  }

  @Override
  public void close() throws ExecutionException {
    server.close();
  }
}
