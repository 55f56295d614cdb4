package _13_websockets.lab;

import _13_websockets.MessageLog;
import _13_websockets.NewsPusher;
import _13_websockets.NewsServer;
import _13_websockets.PollLoop;
import java.time.Duration;
import workbook.Await;

/// Bytes that cross a connection, measured.
final class WireCost {
  private static final int POLLS = 20;

  private WireCost() {}

  /// A question, and an answer that brings nothing.
  static double poll() throws Exception {
    try (var news = new NewsServer(new MessageLog());
        var proxy = new TcpProxy(news.address());
        var http = Loopback.client()) {
      var loop =
          PollLoop.polling(http, Loopback.http(proxy.address()), Duration.ofMillis(1), _ -> {});
      var polling = Thread.startVirtualThread(loop);
      try {
        Await.until("it has polled", () -> news.requests.sum() >= POLLS);
      } finally {
        polling.interrupt();
        polling.join();
        http.shutdownNow();
      }
      return (double) proxy.bytes.sum() / news.requests.sum();
    }
  }

  /// A message of so many letters, pushed.
  static double frame(int length) throws Exception {
    var log = new MessageLog();
    try (var pusher = new NewsPusher(log, Loopback.anyPort())) {
      pusher.open();
      try (var proxy = new TcpProxy(pusher.address());
          var client = new Audience(proxy.address())) {
        client.join(1);
        proxy.bytes.reset();
        log.append("x".repeat(length));
        pusher.catchUp();
        client.awaitEach(1);
        return proxy.bytes.sum();
      }
    }
  }
}
