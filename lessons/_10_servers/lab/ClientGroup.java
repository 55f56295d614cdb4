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
  private static final Duration PATIENCE = Duration.ofSeconds(3); // where none need be accepted
  private static final int PAUSE_MS = 5;
  private static final int MOST_PAUSES = 12_000; // reached only when something is wrong

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

  /// Takes answers until it is done, or until a minute of pauses passes without any.
  void listenUntil(BooleanSupplier done, LoadClient.Listener listener)
      throws IOException, InterruptedException {
    for (var pauses = 0; !done.getAsBoolean() && pauses < MOST_PAUSES; pauses++) {
      var ready =
          selector.select(key -> ((LoadClient) key.attachment()).proceed(key, listener), PAUSE_MS);
      pauses = ready > 0 ? 0 : pauses;
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
