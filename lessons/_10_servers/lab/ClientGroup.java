package _10_servers.lab;

import java.io.IOException;
import java.net.SocketAddress;
import java.nio.channels.Selector;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;

/// Many connected clients of one server, all on the calling thread, so that they leave as much of
/// the machine as they can to the server.
final class ClientGroup implements AutoCloseable {
  static final Duration LIMIT = Duration.ofSeconds(20); // reached only when something is wrong

  /// How long a connection may take where the server need not accept it.
  private static final Duration PATIENCE = Duration.ofSeconds(3);

  private final long start = System.nanoTime();
  private final Selector selector = Selector.open();
  private final List<LoadClient> all = new ArrayList<>();
  final List<LoadClient> clients; // those that are connected

  /// Connects. Blocks until every connection is there; where the kernel does not keep so many
  /// waiting, until those that can be served are there.
  ///
  /// @throws IOException when a connection is refused, or is not there in time
  ClientGroup(SocketAddress server, int connections, int served)
      throws IOException, InterruptedException {
    try {
      for (var n = 0; n < connections; n++) {
        all.add(new LoadClient(server, selector));
      }
      listenUntil(
          () -> connected().size() >= (now() < PATIENCE.toNanos() ? connections : served),
          (client, moment) -> {});
      clients = connected();
      if (clients.size() < served) {
        throw new IOException("%,d of %,d connected.".formatted(clients.size(), connections));
      }
    } catch (IOException | InterruptedException | RuntimeException failure) {
      close();
      throw failure;
    }
  }

  private List<LoadClient> connected() {
    return all.stream().filter(client -> client.channel.isConnected()).toList();
  }

  /// Takes answers until it is done, but not longer than the limit.
  void listenUntil(BooleanSupplier done, LoadClient.Listener listener)
      throws IOException, InterruptedException {
    var begin = now();
    while (!done.getAsBoolean() && now() - begin < LIMIT.toNanos()) {
      selector.select(key -> ((LoadClient) key.attachment()).proceed(key, listener), 5);
      if (Thread.interrupted()) {
        throw new InterruptedException("interrupted while waiting for answers");
      }
    }
  }

  /// How many clients have an answer to everything they sent.
  int answered() {
    return (int) clients.stream().filter(client -> client.underway.isEmpty()).count();
  }

  /// Nanoseconds since this group began.
  long now() {
    return System.nanoTime() - start;
  }

  @Override
  public void close() throws IOException {
    for (var client : all) {
      client.close();
    }
    selector.close();
  }
}
