package _10_servers.lab;

import java.io.IOException;
import java.net.SocketAddress;
import java.time.Duration;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;

/// Asks a server as many clients do: as fast as they can, or at a steady rate.
public final class LoadGenerator implements AutoCloseable {
  private static final int DIGITS = 3; // of a waiting time that are kept

  final ClientGroup group;
  private final int served;

  /// @param served how many clients the server can be expected to serve
  /// @throws IOException when a connection is refused, or is not there in time
  public LoadGenerator(SocketAddress server, int connections, int served)
      throws IOException, InterruptedException {
    this.served = served;
    group = new ClientGroup(server, connections, served);
  }

  /// Each client sends a message as soon as it has the answer to the one before. Blocks for so
  /// long, and until the last answers are there.
  ///
  /// @return answers a second
  public double flatOut(Duration time) throws IOException, InterruptedException {
    var answers = new long[1];
    var begin = group.now();
    group.clients.forEach(client -> client.send(group.now()));
    group.listenUntil(
        () -> group.now() - begin > time.toNanos(),
        (client, moment) -> {
          answers[0]++;
          client.send(group.now());
        });
    var seconds = (group.now() - begin) / 1e9;
    group.listenUntil(() -> group.answered() >= served, (client, moment) -> {});
    return answers[0] / seconds;
  }

  /// A message is due every so often, now from this client, now from the next, whether the server
  /// has answered the earlier ones or not. How long it waits is counted from the moment it is due:
  /// a server that stands still makes all those wait whose messages fall due meanwhile.
  ///
  /// @return how long each message waited, in nanoseconds; one without an answer in the end has
  ///   waited so long at least
  Histogram paced(int perSecond, Duration time) throws Exception {
    var begin = group.now();
    var pacer = new FutureTask<>(new Pacer(group, begin, perSecond, time), null);
    var thread = Thread.ofPlatform().name("pacer").start(pacer);
    try {
      var waits = new Histogram(DIGITS);
      group.listenUntil(
          () -> pacer.isDone() && group.answered() >= served,
          (client, moment) -> waits.recordValue(group.now() - moment));
      pacer.get(1, TimeUnit.MINUTES);
      group.clients.stream()
          .flatMap(client -> client.underway.stream())
          .filter(moment -> moment >= begin) // earlier ones are of another measurement
          .forEach(moment -> waits.recordValue(group.now() - moment));
      return waits;
    } finally {
      thread.interrupt();
      thread.join();
    }
  }

  @Override
  public void close() throws IOException {
    group.close();
  }
}
