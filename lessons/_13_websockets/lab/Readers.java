package _13_websockets.lab;

import _13_websockets.PollLoop;
import _13_websockets.PushClient;
import java.net.InetSocketAddress;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;

/// Clients that get the same messages in one of three ways, and note when each of them comes.
final class Readers implements AutoCloseable {
  private record Arrival(String message, long moment) {}

  private final List<List<Arrival>> arrivals = new ArrayList<>();
  private final List<PushClient> pushed = new ArrayList<>();
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final HttpClient http = Loopback.client();

  /// Lets them begin. Blocks until those that are pushed to are connected.
  void start(Transport transport, int clients, InetSocketAddress server, Duration interval)
      throws ExecutionException, InterruptedException {
    var resource = Loopback.http(server);
    for (var n = 0; n < clients; n++) {
      var mine = new CopyOnWriteArrayList<Arrival>();
      arrivals.add(mine);
      Consumer<String> note = message -> mine.add(new Arrival(message, System.nanoTime()));
      switch (transport) {
        case POLLING -> threads.execute(PollLoop.polling(http, resource, interval, note));
        case LONG_POLLING -> threads.execute(PollLoop.longPolling(http, resource, note));
        case PUSH -> pushed.add(new PushClient(http, server, note));
      }
    }
  }

  /// How many messages the client has that has the fewest.
  int least() {
    return arrivals.stream().mapToInt(List::size).min().orElse(0);
  }

  /// How many clients did not get exactly these messages, in this order.
  long wrong(List<String> messages) {
    return arrivals.stream()
        .filter(mine -> !mine.stream().map(Arrival::message).toList().equals(messages))
        .count();
  }

  /// Of each message of each client, in milliseconds.
  List<Double> delays(long[] published) {
    var delays = new ArrayList<Double>();
    for (var mine : arrivals) {
      for (var n = 0; n < published.length; n++) {
        delays.add((mine.get(n).moment() - published[n]) / 1e6);
      }
    }
    return delays;
  }

  @Override
  public void close() {
    threads.shutdownNow();
    threads.close();
    pushed.forEach(PushClient::close);
    http.shutdownNow();
    http.close();
  }
}
