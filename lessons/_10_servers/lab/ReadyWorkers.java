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
import java.util.concurrent.TimeUnit;

/// A server whose worker processes have all begun to accept clients.
final class ReadyWorkers implements AutoCloseable {
  static final int COUNT = 3;

  private static final int MOST_PAUSES = 6_000; // of 10 ms, until each worker had a client

  private final ServerThread server;

  /// Their process ids.
  final List<Long> workers;

  /// Blocks until each worker has answered a client.
  ReadyWorkers(Design design) throws IOException, InterruptedException, ExecutionException {
    server = ServerThread.start(design, HandlerType.PROCESS_ID);
    try {
      workers = List.copyOf(meetAll());
    } catch (IOException | InterruptedException failure) {
      server.close();
      throw failure;
    }
  }

  InetSocketAddress address() {
    return server.address();
  }

  /// The workers start at different times, and on a busy machine much later than one another. The
  /// pauses leave the machine to them.
  private Set<Long> meetAll() throws IOException, InterruptedException {
    var met = new TreeSet<Long>();
    for (var n = 0; n < MOST_PAUSES && met.size() < COUNT; n++) {
      try (var client = new AskingClient(server.address())) {
        client.ask();
        if (!met.add(client.answer())) {
          TimeUnit.MILLISECONDS.sleep(10);
        }
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
