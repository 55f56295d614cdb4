package _13_websockets.lab;

import _13_websockets.PushClient;
import java.net.InetSocketAddress;
import java.net.http.HttpClient;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import workbook.Await;

/// Clients of one web socket server, and what each of them has heard, in that order.
public final class Audience implements AutoCloseable {
  public final List<PushClient> clients = new ArrayList<>();
  private final List<List<String>> heard = new ArrayList<>();
  private final HttpClient http = Loopback.client();
  private final InetSocketAddress server;

  public Audience(InetSocketAddress server) {
    this.server = server;
  }

  /// More clients. Blocks until they are connected.
  public void join(int many) throws ExecutionException, InterruptedException {
    for (var n = 0; n < many; n++) {
      var mine = new CopyOnWriteArrayList<String>();
      clients.add(new PushClient(http, server, mine::add));
      heard.add(mine);
    }
  }

  /// What a client has heard so far.
  public List<String> heard(int client) {
    return heard.get(client);
  }

  /// What each has heard so far.
  List<List<String>> heard() {
    return heard;
  }

  public void say(int client, String text) throws ExecutionException, InterruptedException {
    clients.get(client).say(text);
  }

  /// Blocks until each of these clients has heard this message.
  public void awaitHeard(String message, int... those)
      throws InterruptedException, TimeoutException {
    for (var client : those) {
      Await.until(
          "client %d has heard: %s".formatted(client, message),
          () -> heard.get(client).contains(message));
    }
  }

  /// Blocks until every client has heard so many messages.
  public void awaitEach(int messages) throws InterruptedException, TimeoutException {
    for (var mine : heard) {
      Await.until(messages + " messages have come", () -> mine.size() >= messages);
    }
  }

  /// How many messages the client has heard that has heard the fewest.
  int fewest() {
    return heard.stream().mapToInt(List::size).min().orElse(0);
  }

  void close(int client) {
    clients.get(client).close();
  }

  @Override
  public void close() {
    clients.forEach(PushClient::close);
    http.shutdownNow();
    http.close();
  }
}
