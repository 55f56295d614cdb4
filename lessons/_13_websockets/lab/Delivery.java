package _13_websockets.lab;

import _13_websockets.MessageLog;
import _13_websockets.NewsPusher;
import _13_websockets.NewsServer;
import java.time.Duration;
import java.util.List;
import workbook.Await;

/// What it took to get some messages to some clients.
///
/// @param requests since all clients were connected
/// @param bytes both ways, since then
/// @param perRequest bytes for each request, from the first one on
/// @param delays from publishing a message to its arrival, in milliseconds
/// @param wrong clients that did not get every message once and in order
record Delivery(long requests, long bytes, double perRequest, List<Double> delays, long wrong) {
  /// @param interval between two questions of a client that polls
  /// @param gap between two messages
  static Delivery measure(
      Transport transport, int clients, Duration interval, int messages, Duration gap)
      throws Exception {
    var log = new MessageLog();
    try (var news = new NewsServer(log);
        var pusher = new NewsPusher(log, Loopback.anyPort())) {
      pusher.open();
      var server = transport == Transport.PUSH ? pusher.address() : news.address();
      try (var proxy = new TcpProxy(server);
          var readers = new Readers()) {
        readers.start(transport, clients, proxy.address(), interval);
        if (transport != Transport.PUSH) {
          Await.until("everybody has asked", () -> news.requests.sum() >= clients);
        }
        var requestsBefore = news.requests.sum();
        var bytesBefore = proxy.bytes.sum();
        var published = new long[messages];
        for (var n = 0; n < messages; n++) {
          published[n] = System.nanoTime();
          log.append("message " + n);
          pusher.catchUp();
          Thread.sleep(gap);
        }
        Await.until("everybody has everything", () -> readers.least() >= messages);
        var requests = news.requests.sum();
        var bytes = proxy.bytes.sum(); // later: a request has passed the proxy when it's counted
        return new Delivery(
            requests - requestsBefore,
            bytes - bytesBefore,
            (double) bytes / requests,
            readers.delays(published),
            readers.wrong(log.after(0)));
      }
    }
  }

  double medianDelay() {
    var sorted = delays.stream().sorted().toList();
    return sorted.get(sorted.size() / 2);
  }
}
