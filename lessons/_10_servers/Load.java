package _10_servers;

import java.io.IOException;
import java.net.SocketAddress;
import java.nio.channels.Selector;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.HdrHistogram.Histogram;

/// Many clients of one server, all on the calling thread, so that they leave as much as they can of
/// the machine to the server.
final class Load implements AutoCloseable {
  /// Reached only when something is wrong.
  private static final Duration LIMIT = Duration.ofSeconds(20);

  /// How long a connection may take where the server need not accept it.
  private static final Duration PATIENCE = Duration.ofSeconds(3);

  private static final long LOOK_UP_EVERY_MS = 5;
  private static final int DIGITS = 3; // of a waiting time that are kept

  private final long start = System.nanoTime();
  private final Selector selector = Selector.open();
  private final List<LoadClient> clients = new ArrayList<>();

  private final int served;

  private Load(int served) throws IOException {
    this.served = served;
  }

  /// Connects. Blocks until every connection is there; where the kernel does not keep so many
  /// waiting, until those that can be served are there.
  ///
  /// @param served how many clients the server can be expected to serve
  /// @throws IOException when a connection is refused, or is not there in time
  static Load on(SocketAddress server, int connections, int served)
      throws IOException, InterruptedException {
    var load = new Load(served);
    try {
      load.connect(server, connections);
      return load;
    } catch (IOException | InterruptedException | RuntimeException failure) {
      load.close();
      throw failure;
    }
  }

  private void connect(SocketAddress server, int connections)
      throws IOException, InterruptedException {
    for (var n = 0; n < connections; n++) {
      clients.add(new LoadClient(server, selector));
    }
    listenUntil(
        () -> connected() >= (now() < PATIENCE.toNanos() ? connections : served),
        (client, moment) -> {});
    if (connected() < served) {
      throw new IOException("Only %,d of %,d are connected.".formatted(connected(), connections));
    }
    for (var client : List.copyOf(clients)) {
      if (!client.isConnected()) {
        clients.remove(client);
        client.close();
      }
    }
  }

  private long connected() {
    return clients.stream().filter(LoadClient::isConnected).count();
  }

  /// Each client sends a message as soon as it has the answer to the one before. Blocks for so
  /// long, and until the last answers are there.
  ///
  /// @return answers a second
  double flatOut(Duration time) throws IOException, InterruptedException {
    var answers = new long[1];
    var begin = now();
    clients.forEach(client -> client.send(now()));
    listenUntil(
        () -> now() - begin > time.toNanos(),
        (client, moment) -> {
          answers[0]++;
          client.send(now());
        });
    var seconds = (now() - begin) / 1e9;
    listenUntil(() -> answered() >= served, (client, moment) -> {});
    return answers[0] / seconds;
  }

  /// A message is due every so often, now from this client, now from the next, whether the server
  /// has answered the earlier ones or not. How long it waits is counted from the moment it is due:
  /// a server that stands still makes all those wait whose messages fall due meanwhile.
  ///
  /// @return how long each message waited, in nanoseconds; who had no answer in the end has waited
  ///   so long at least
  Histogram paced(int perSecond, Duration time) throws Exception {
    var begin = now();
    var pacer = new FutureTask<>(() -> send(begin, perSecond, time), null);
    var thread = Thread.ofPlatform().name("pacer").start(pacer);
    try {
      var waits = new Histogram(DIGITS);
      listenUntil(
          () -> pacer.isDone() && answered() >= served,
          (client, moment) -> waits.recordValue(now() - moment));
      pacer.get(LIMIT.toMillis(), TimeUnit.MILLISECONDS);
      clients.stream()
          .flatMap(client -> client.underway().stream())
          .filter(moment -> moment >= begin) // earlier ones are of another measurement
          .forEach(moment -> waits.recordValue(now() - moment));
      return waits;
    } finally {
      thread.interrupt();
      thread.join();
    }
  }

  private void send(long begin, int perSecond, Duration time) {
    var messages = time.toMillis() * perSecond / 1_000;
    for (var n = 0; n < messages && !Thread.currentThread().isInterrupted(); n++) {
      var due = begin + n * 1_000_000_000L / perSecond;
      while (now() < due && !Thread.currentThread().isInterrupted()) {
        LockSupport.parkNanos(due - now());
      }
      clients.get(n % clients.size()).send(due);
    }
  }

  /// How many clients have an answer to everything they sent.
  int answered() {
    return (int) clients.stream().filter(client -> client.underway().isEmpty()).count();
  }

  /// Whether no client ever got anything but what it had sent, in the same order.
  boolean isFaithful() {
    return clients.stream().allMatch(LoadClient::isFaithful);
  }

  private void listenUntil(BooleanSupplier done, LoadClient.Listener listener)
      throws IOException, InterruptedException {
    var begin = now();
    while (!done.getAsBoolean() && now() - begin < LIMIT.toNanos()) {
      selector.select(
          key -> ((LoadClient) key.attachment()).proceed(key, listener), LOOK_UP_EVERY_MS);
      if (Thread.interrupted()) {
        throw new InterruptedException("interrupted while waiting for answers");
      }
    }
  }

  /// Nanoseconds since this load began.
  private long now() {
    return System.nanoTime() - start;
  }

  @Override
  public void close() throws IOException {
    for (var client : clients) {
      client.close();
    }
    selector.close();
  }
}
